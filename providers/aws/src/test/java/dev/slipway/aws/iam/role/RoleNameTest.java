package dev.slipway.aws.iam.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A name that is there already. */
@ExtendWith(AwsLab.class)
class RoleNameTest {
  private static final String EKS = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy";
  private static final Trust CLUSTER = Trust.Service.of("eks.amazonaws.com");
  private static final ResourceId ROLE = new ResourceId(RoleSpec.TYPE, "cluster");

  @Test
  void oneWithoutTheMarkIsRefused(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = stack.owner() + "-cluster";
      stack
          .clients()
          .iam()
          .createRole(
              request ->
                  request
                      .roleName(name)
                      .assumeRolePolicyDocument(PolicyJson.write(CLUSTER.tree())));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(Resource.of(ROLE, RoleSpec.of(name, CLUSTER, List.of()))))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      stack.clients().iam().deleteRole(request -> request.roleName(name));
    }
  }

  @Test
  void makingItTwiceMakesOne(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      RoleHandler handler = new RoleHandler(stack.clients());
      RoleSpec spec = RoleSpec.of(stack.owner() + "-cluster", CLUSTER, List.of(Value.of(EKS)));

      RoleObserved first = handler.create(ROLE, spec, stack.call());
      RoleObserved again = handler.create(ROLE, spec, stack.call());

      assertThat(again.id()).isEqualTo(first.id());
      assertThat(handler.diff(spec, again).isEmpty()).isTrue();
      stack.up(Resource.of(ROLE, spec));
      stack.down();
    }
  }

  @Test
  void aNameThatIsTakenMeanwhileIsToldAsSuch(Moto moto) {
    try (AwsStack other = new AwsStack(moto);
        AwsStack stack = new AwsStack(moto)) {
      RoleSpec spec = RoleSpec.of(other.owner() + "-cluster", CLUSTER, List.of());
      other.up(Resource.of(ROLE, spec));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> new RoleHandler(stack.clients()).create(ROLE, spec, stack.call()))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("AWS-NAME-TAKEN");
                assertThat(refused.first().detail()).contains("Iam CreateRole", spec.name());
              });
      other.down();
    }
  }
}
