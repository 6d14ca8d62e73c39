package dev.slipway.aws.iam.policy;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.iam.document.Statement;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

@ExtendWith(AwsLab.class)
class PolicyHandlerTest {
  private static final ResourceId POLICY = new ResourceId(PolicySpec.TYPE, "storage");

  @Test
  void isMadeWithItsMarkAndNothingIsToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = stack.owner() + "-storage";
      assertThat(stack.up(policy(name, "s3:GetObject", "s3:PutObject"))).isClean();

      String arn = arn(stack);
      assertThat(IamTags.map(iam(stack).listPolicyTags(request -> request.policyArn(arn)).tags()))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.iam-policy/storage")
          .containsEntry("team", "search");
      assertThat(stack.plan(policy(name, "s3:GetObject", "s3:PutObject"))).changesNothing();
      assertThat(stack.plan(policy(name, "s3:PutObject", "s3:GetObject")))
          .keeps("aws.iam-policy/storage");

      assertThat(stack.down()).isClean();
      assertThatExceptionOfType(NoSuchEntityException.class)
          .isThrownBy(() -> iam(stack).getPolicy(request -> request.policyArn(arn)));
    }
  }

  @Test
  void aNewDocumentIsANewVersionAndTheOldestIsDeletedWhenThereIsNoRoom(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = stack.owner() + "-storage";
      stack.up(policy(name, "s3:Get0"));
      for (int i = 1; i <= 5; i++) {
        assertThat(stack.plan(policy(name, "s3:Get" + i)))
            .updates("aws.iam-policy/storage")
            .changing("document");
        assertThat(stack.up(policy(name, "s3:Get" + i))).isClean();
      }

      List<PolicyVersion> versions =
          iam(stack).listPolicyVersions(request -> request.policyArn(arn(stack))).versions();
      assertThat(versions).hasSize(5).noneMatch(version -> version.versionId().equals("v1"));
      assertThat(versions)
          .filteredOn(PolicyVersion::isDefaultVersion)
          .singleElement()
          .extracting(PolicyVersion::versionId)
          .isEqualTo("v6");
      assertThat(stack.plan(policy(name, "s3:Get5"))).changesNothing();
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void setsRightWhatWasChangedBehindItsBack(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = stack.owner() + "-storage";
      stack.up(policy(name, "s3:GetObject"));
      String theirs = PolicyJson.write(PolicyDocument.of(Statement.allow("s3:*")).tree());
      iam(stack)
          .createPolicyVersion(
              request -> request.policyArn(arn(stack)).policyDocument(theirs).setAsDefault(true));

      assertThat(stack.plan(policy(name, "s3:GetObject")))
          .updates("aws.iam-policy/storage")
          .changing("document");
      assertThat(stack.up(policy(name, "s3:GetObject"))).isClean();
      assertThat(stack.plan(policy(name, "s3:GetObject"))).changesNothing();
      stack.down();
    }
  }

  @Test
  void anotherNameReplacesIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(policy(stack.owner() + "-storage", "s3:GetObject"));
      String before = arn(stack);

      assertThat(stack.plan(policy(stack.owner() + "-other", "s3:GetObject")))
          .replaces("aws.iam-policy/storage");
      assertThat(stack.up(policy(stack.owner() + "-other", "s3:GetObject"))).isClean();

      assertThat(arn(stack)).endsWith(stack.owner() + "-other");
      assertThatExceptionOfType(NoSuchEntityException.class)
          .isThrownBy(() -> iam(stack).getPolicy(request -> request.policyArn(before)));
      stack.down();
    }
  }

  @Test
  void oneOfAnotherOwnerIsRefused(Moto moto) {
    try (AwsStack other = new AwsStack(moto);
        AwsStack stack = new AwsStack(moto)) {
      String name = other.owner() + "-storage";
      other.up(policy(name, "s3:GetObject"));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(policy(name, "s3:GetObject")))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN");
                assertThat(refused.first().detail()).contains(other.owner());
              });
      other.down();
    }
  }

  private static Resource<PolicySpec> policy(String name, String... actions) {
    return Resource.of(
        POLICY,
        new PolicySpec(
            name, PolicyDocument.of(Statement.allow(actions)), Map.of("team", "search")));
  }

  private static String arn(AwsStack stack) {
    return stack.attributes(POLICY).text("arn").orElseThrow();
  }

  private static IamClient iam(AwsStack stack) {
    return stack.clients().iam();
  }
}
