package dev.slipway.aws.network.subnettags;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

@ExtendWith(AwsLab.class)
class SubnetTagsHandlerTest {
  private static final String ROLE = "kubernetes.io/role/elb";
  private static final String CLUSTER = "kubernetes.io/cluster/search";

  @Test
  void whatIsMissingIsAddedAndOnlyThatIsTakenAwayAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String subnet = subnet(stack.clients().ec2(), "10.7.0.0/24");
      Map<String, String> before = Map.of("Name", "theirs", ROLE, "1");
      Ec2Tags.set(stack.clients().ec2(), subnet, before);
      Resource<?> wanted = wanted(subnet, Map.of(ROLE, "1", CLUSTER, "shared"));

      assertThat(stack.plan(wanted)).creates("aws.subnet-tags/" + subnet);
      assertThat(stack.up(wanted)).isClean();
      assertThat(tags(stack, subnet)).containsEntry(CLUSTER, "shared").containsEntry(ROLE, "1");
      assertThat(stack.plan(wanted)).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(tags(stack, subnet)).isEqualTo(before);
    }
  }

  @Test
  void aTagThatWasTakenAwayBehindItsBackComesBack(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String subnet = subnet(stack.clients().ec2(), "10.7.1.0/24");
      Resource<?> wanted = wanted(subnet, Map.of(CLUSTER, "shared"));
      stack.up(wanted);
      stack
          .clients()
          .ec2()
          .deleteTags(
              request -> request.resources(subnet).tags(Tag.builder().key(CLUSTER).build()));

      assertThat(stack.plan(wanted)).updates("aws.subnet-tags/" + subnet).changing("tags");
      assertThat(stack.up(wanted)).isClean();

      assertThat(tags(stack, subnet)).containsEntry(CLUSTER, "shared");
      stack.down();
      assertThat(tags(stack, subnet)).isEmpty();
    }
  }

  @Test
  void whatAnotherStackNeedsToStaysUntilThatOneGoes(Moto moto) {
    try (AwsStack first = new AwsStack(moto);
        AwsStack second = new AwsStack(moto)) {
      String subnet = subnet(first.clients().ec2(), "10.7.2.0/24");
      first.up(wanted(subnet, Map.of(ROLE, "1")));
      second.up(wanted(subnet, Map.of(ROLE, "1")));

      assertThat(first.down()).isClean();
      assertThat(tags(second, subnet)).containsEntry(ROLE, "1");

      assertThat(second.down()).isClean();
      assertThat(tags(second, subnet)).isEmpty();
    }
  }

  private static Resource<SubnetTagsSpec> wanted(String subnet, Map<String, String> tags) {
    return Resource.of(
        new ResourceId(SubnetTagsSpec.TYPE, subnet), new SubnetTagsSpec(subnet, tags));
  }

  private static String subnet(Ec2Client ec2, String cidr) {
    String vpc = ec2.createVpc(request -> request.cidrBlock("10.7.0.0/16")).vpc().vpcId();
    return ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock(cidr)).subnet().subnetId();
  }

  private static Map<String, String> tags(AwsStack stack, String subnet) {
    return Ec2Tags.map(
        stack
            .clients()
            .ec2()
            .describeSubnets(request -> request.subnetIds(subnet))
            .subnets()
            .getFirst()
            .tags());
  }
}
