package dev.slipway.aws.network.vpc;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.Vpc;

@ExtendWith(AwsLab.class)
class VpcHandlerTest {
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");

  @Test
  void makesItWithMarkNameAndDnsNamesAndFindsNothingToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(vpc("10.1.0.0/16", Map.of("team", "search")))).isClean();

      Vpc made = made(stack);
      assertThat(Ec2Tags.map(made.tags()))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.vpc/network")
          .containsEntry("Name", "harbour-network")
          .containsEntry("team", "search");
      assertThat(stack.plan(vpc("10.1.0.0/16", Map.of("team", "search")))).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(stack.clients().ec2().describeVpcs().vpcs())
          .noneMatch(vpc -> vpc.vpcId().equals(made.vpcId()));
    }
  }

  @Test
  void setsRightWhatWasChangedBehindItsBackAndLeavesTheTagsOfOthers(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(vpc("10.1.0.0/16", Map.of("team", "search")));
      String id = made(stack).vpcId();
      stack
          .clients()
          .ec2()
          .modifyVpcAttribute(
              request -> request.vpcId(id).enableDnsHostnames(value -> value.value(false)));
      Ec2Tags.set(stack.clients().ec2(), id, Map.of("team", "other", "theirs", "1"));

      assertThat(stack.plan(vpc("10.1.0.0/16", Map.of("team", "search"))))
          .updates("aws.vpc/network")
          .changing("dnsNames", "tags");
      assertThat(stack.up(vpc("10.1.0.0/16", Map.of("team", "search")))).isClean();

      assertThat(Ec2Tags.map(made(stack).tags()))
          .containsEntry("team", "search")
          .containsEntry("theirs", "1");
      assertThat(stack.plan(vpc("10.1.0.0/16", Map.of("team", "search")))).changesNothing();
      stack.down();
    }
  }

  @Test
  void anotherRangeOfAddressesReplacesIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(vpc("10.1.0.0/16", Map.of()));
      String before = made(stack).vpcId();

      assertThat(stack.up(vpc("10.2.0.0/16", Map.of()))).isClean();

      assertThat(made(stack).cidrBlock()).isEqualTo("10.2.0.0/16");
      assertThat(made(stack).vpcId()).isNotEqualTo(before);
      stack.down();
    }
  }

  private static Resource<VpcSpec> vpc(String cidr, Map<String, String> tags) {
    return Resource.of(VPC, new VpcSpec(cidr, tags));
  }

  private static Vpc made(AwsStack stack) {
    return stack
        .clients()
        .ec2()
        .describeVpcs(request -> request.filters(Ec2Tags.ofStack(stack.call())))
        .vpcs()
        .getFirst();
  }
}
