package dev.slipway.aws.network.securitygroup;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.network.securitygroup.SecurityGroupSpec.Rule;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

@ExtendWith(AwsLab.class)
class SecurityGroupHandlerTest {
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");
  private static final ResourceId NODES = new ResourceId(SecurityGroupSpec.TYPE, "nodes");
  private static final Resource<VpcSpec> NETWORK =
      Resource.of(VPC, new VpcSpec("10.1.0.0/16", Map.of()));

  @Test
  void itsRulesAreWhatTheSpecSaysAndNothingElse(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      List<Rule> ingress =
          List.of(
              Rule.tcp(443, Value.of("10.1.0.0/16")),
              new Rule("udp", 53, 54, Value.of("10.0.0.0/8")));
      assertThat(stack.up(NETWORK, group(ingress, List.of(Rule.ANYWHERE)))).isClean();
      assertThat(stack.plan(NETWORK, group(ingress, List.of(Rule.ANYWHERE)))).changesNothing();

      List<Rule> others = List.of(Rule.tcp(443, Value.of("10.1.0.0/16")));
      List<Rule> egress = List.of(Rule.tcp(5432, Value.of("10.1.0.0/16")));
      assertThat(stack.plan(NETWORK, group(others, egress)))
          .updates("aws.security-group/nodes")
          .changing("ingress", "egress");
      assertThat(stack.up(NETWORK, group(others, egress))).isClean();

      assertThat(stack.plan(NETWORK, group(others, egress))).changesNothing();
      assertThat(Rules.of(made(stack).ipPermissionsEgress())).isEqualTo(egress);
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void aRuleThatSomebodyAddedIsTakenAway(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<?> wanted = group(List.of(), List.of(Rule.ANYWHERE));
      stack.up(NETWORK, wanted);
      stack
          .clients()
          .ec2()
          .authorizeSecurityGroupIngress(
              request ->
                  request
                      .groupId(made(stack).groupId())
                      .ipPermissions(Rules.permission(Rule.tcp(22, Value.of("0.0.0.0/0")))));

      assertThat(stack.plan(NETWORK, wanted))
          .updates("aws.security-group/nodes")
          .changing("ingress");
      assertThat(stack.up(NETWORK, wanted)).isClean();

      assertThat(made(stack).ipPermissions()).isEmpty();
      stack.down();
    }
  }

  @Test
  void anotherGroupMayBeAPeer(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<SecurityGroupSpec> database =
          Resource.of(
              new ResourceId(SecurityGroupSpec.TYPE, "database"),
              new SecurityGroupSpec(
                  Value.ref(VPC, "id"),
                  stack.owner() + "-database",
                  "The database",
                  List.of(Rule.tcp(3306, Value.ref(NODES, "id"))),
                  List.of(),
                  Map.of()));
      Resource<?> nodes = group(List.of(), List.of(Rule.ANYWHERE));

      assertThat(stack.plan(NETWORK, nodes, database))
          .creates("aws.security-group/nodes")
          .before("aws.security-group/database");
      assertThat(stack.up(NETWORK, nodes, database)).isClean();

      assertThat(stack.plan(NETWORK, nodes, database)).changesNothing();
      assertThat(stack.down()).isClean();
    }
  }

  private static SecurityGroup made(AwsStack stack) {
    return stack
        .clients()
        .ec2()
        .describeSecurityGroups(request -> request.filters(Ec2Tags.ofStack(stack.call())))
        .securityGroups()
        .getFirst();
  }

  private static Resource<SecurityGroupSpec> group(List<Rule> ingress, List<Rule> egress) {
    return Resource.of(
        NODES,
        new SecurityGroupSpec(
            Value.ref(VPC, "id"), "nodes", "The cluster's nodes", ingress, egress, Map.of()));
  }
}
