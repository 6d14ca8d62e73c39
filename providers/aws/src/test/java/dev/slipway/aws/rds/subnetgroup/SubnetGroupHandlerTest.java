package dev.slipway.aws.rds.subnetgroup;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.rds.Databases;
import dev.slipway.aws.rds.RdsTags;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.rds.RdsClient;

@ExtendWith(AwsLab.class)
class SubnetGroupHandlerTest {
  @Test
  void isMadeOfItsSubnetsAndChangedInPlace(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(Databases.with(Databases.group(stack, "a", "b")))).isClean();
      assertThat(tags(stack))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.rds-subnet-group/data");
      assertThat(stack.plan(Databases.with(Databases.group(stack, "a", "b")))).changesNothing();

      assertThat(stack.plan(Databases.with(Databases.group(stack, "a"))))
          .updates("aws.rds-subnet-group/data")
          .changing("subnets");
      assertThat(stack.up(Databases.with(Databases.group(stack, "a")))).isClean();

      assertThat(stack.down()).isClean();
      assertThat(rds(stack).describeDBSubnetGroups().dbSubnetGroups())
          .noneMatch(group -> group.dbSubnetGroupName().equals(stack.owner()));
    }
  }

  @Test
  void tagsThatWereTakenAwayAreSetAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(Databases.with(Databases.group(stack, "a", "b")));
      rds(stack)
          .removeTagsFromResource(request -> request.resourceName(arn(stack)).tagKeys("team"));

      assertThat(stack.plan(Databases.with(Databases.group(stack, "a", "b"))))
          .updates("aws.rds-subnet-group/data")
          .changing("tags");
      assertThat(stack.up(Databases.with(Databases.group(stack, "a", "b")))).isClean();
      assertThat(tags(stack)).containsEntry("team", "search");
      stack.down();
    }
  }

  @Test
  void oneOfAnotherOwnerIsRefused(Moto moto) {
    try (AwsStack other = new AwsStack(moto);
        AwsStack stack = new AwsStack(moto)) {
      other.up(Databases.with(Databases.group(other, "a", "b")));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(Databases.with(Databases.group(other, "a", "b"))))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      other.down();
    }
  }

  private static Map<String, String> tags(AwsStack stack) {
    return RdsTags.map(
        rds(stack).listTagsForResource(request -> request.resourceName(arn(stack))).tagList());
  }

  private static String arn(AwsStack stack) {
    return stack.attributes(Databases.GROUP).text("arn").orElseThrow();
  }

  private static RdsClient rds(AwsStack stack) {
    return stack.clients().rds();
  }
}
