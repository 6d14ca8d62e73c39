package dev.slipway.aws.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.network.subnettags.SubnetTagsSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsLab.class)
class NetworkChecksTest {
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");

  @Test
  void addressesThatAnotherNetworkHasAreRefusedWithThatNetworkAndARangeThatIsFree(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String other =
          stack.clients().ec2().createVpc(r -> r.cidrBlock("10.90.0.0/16")).vpc().vpcId();
      Ec2Tags.set(stack.clients().ec2(), other, Map.of("Name", "theirs"));
      List<Resource<?>> wanted = List.of(Resource.of(VPC, new VpcSpec("10.90.128.0/17", Map.of())));
      NetworkChecks checks = new NetworkChecks(stack.clients());

      assertThatThrownBy(() -> checks.check(wanted, Map.of()))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> {
                assertThat(e.first().code()).isEqualTo("AWS-CIDR-OVERLAP");
                assertThat(e.first().detail()).contains(other, "theirs", "10.90.0.0/16");
                assertThat(e.first().fix()).containsPattern("for example 10[.0-9]+/17");
              });
      assertThatCode(() -> checks.check(wanted, Map.of(VPC, Map.of()))).doesNotThrowAnyException();
    }
  }

  @Test
  void subnetsMustBeThereOfOneVpcInTwoZonesAndHaveRoom(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String vpc = stack.clients().ec2().createVpc(r -> r.cidrBlock("10.91.0.0/16")).vpc().vpcId();
      String other =
          stack.clients().ec2().createVpc(r -> r.cidrBlock("10.92.0.0/16")).vpc().vpcId();
      String a = subnet(stack, vpc, "10.91.0.0/24", "a");
      String b = subnet(stack, vpc, "10.91.1.0/24", "b");
      String small = subnet(stack, vpc, "10.91.2.0/28", "b");
      String sameZone = subnet(stack, vpc, "10.91.3.0/24", "a");
      String elsewhere = subnet(stack, other, "10.92.0.0/24", "b");

      assertThat(problems(stack, a, b)).isEmpty();
      assertThat(problems(stack, a, "subnet-0123456789abcdef0"))
          .singleElement()
          .asString()
          .contains("AWS-NO-SUBNET", "subnet-0123456789abcdef0");
      assertThat(problems(stack, a, sameZone))
          .singleElement()
          .asString()
          .contains("AWS-SUBNETS-APART", sameZone);
      assertThat(problems(stack, a, elsewhere))
          .singleElement()
          .asString()
          .contains("AWS-SUBNETS-APART", other);
      assertThat(problems(stack, a, small))
          .singleElement()
          .asString()
          .contains("AWS-SUBNET-FULL", small, "11 free addresses");
    }
  }

  private static List<String> problems(AwsStack stack, String... subnets) {
    List<Resource<?>> wanted = new ArrayList<>();
    for (String subnet : subnets) {
      wanted.add(
          Resource.of(
              new ResourceId(SubnetTagsSpec.TYPE, subnet), new SubnetTagsSpec(subnet, Map.of())));
    }
    try {
      new NetworkChecks(stack.clients()).check(wanted, Map.of());
      return List.of();
    } catch (DiagnosticException e) {
      return e.diagnostics().stream()
          .map(diagnostic -> diagnostic.code() + ": " + diagnostic.detail())
          .toList();
    }
  }

  private static String subnet(AwsStack stack, String vpc, String cidr, String letter) {
    return stack
        .clients()
        .ec2()
        .createSubnet(
            request ->
                request.vpcId(vpc).cidrBlock(cidr).availabilityZone(AwsStack.REGION.id() + letter))
        .subnet()
        .subnetId();
  }
}
