package dev.slipway.aws.network.subnet;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsLab.class)
class SubnetHandlerTest {
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");
  private static final Resource<VpcSpec> NETWORK =
      Resource.of(VPC, new VpcSpec("10.1.0.0/16", Map.of()));

  @Test
  void isMadeInItsVpcAndChangedInPlace(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.plan(NETWORK, subnet("10.1.0.0/20", true, Map.of())))
          .creates("aws.vpc/network")
          .before("aws.subnet/a");
      assertThat(stack.up(NETWORK, subnet("10.1.0.0/20", true, Map.of()))).isClean();
      assertThat(stack.plan(NETWORK, subnet("10.1.0.0/20", true, Map.of()))).changesNothing();

      Map<String, String> tags = Map.of("kubernetes.io/role/elb", "1");
      assertThat(stack.plan(NETWORK, subnet("10.1.0.0/20", false, tags)))
          .updates("aws.subnet/a")
          .changing("publicAddresses", "tags");
      assertThat(stack.up(NETWORK, subnet("10.1.0.0/20", false, tags))).isClean();
      assertThat(stack.plan(NETWORK, subnet("10.1.0.0/20", false, tags))).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(stack.plan()).changesNothing();
    }
  }

  @Test
  void oneThatOverlapsWithAnotherIsRefusedWithBoth(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<SubnetSpec> other =
          Resource.of(
              new ResourceId(SubnetSpec.TYPE, "b"),
              new SubnetSpec(Value.ref(VPC, "id"), "10.1.8.0/21", zone("b"), false, Map.of()));

      assertThat(
              stack.up(
                  NETWORK,
                  subnet("10.1.0.0/20", true, Map.of()),
                  other.after(new ResourceId(SubnetSpec.TYPE, "a"))))
          .failedWith("AWS-REFUSED")
          .tells("Ec2 CreateSubnet", "10.1.8.0/21", "InvalidSubnet.Conflict");
      assertThat(stack.down()).isClean();
    }
  }

  private static Resource<SubnetSpec> subnet(
      String cidr, boolean publicAddresses, Map<String, String> tags) {
    return Resource.of(
        new ResourceId(SubnetSpec.TYPE, "a"),
        new SubnetSpec(Value.ref(VPC, "id"), cidr, zone("a"), publicAddresses, tags));
  }

  private static String zone(String letter) {
    return AwsStack.REGION.id() + letter;
  }
}
