package dev.slipway.aws.eks.access;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.eks.EksGround;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsFault;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsLab.class)
class AccessEntryHandlerTest {
  private static final String POLICIES = "arn:aws:eks::aws:cluster-access-policy/";
  private static final AccessPolicy ADMIN =
      new AccessPolicy(POLICIES + "AmazonEKSClusterAdminPolicy", List.of());
  private static final AccessPolicy EDIT =
      new AccessPolicy(POLICIES + "AmazonEKSEditPolicy", List.of("milvus"));

  @Test
  void letsAPrincipalInAndChangesWhatItMayDo(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      Resource<?>[] wanted = wanted(ground, List.of("readers"), List.of(ADMIN));
      assertThat(stack.plan(wanted))
          .creates("aws.eks-cluster/main")
          .before("aws.eks-access-entry/me");
      assertThat(stack.up(wanted)).isClean();
      assertThat(front.eks().identity(ground.name(), ground.role()).orElseThrow().groups())
          .containsExactly("readers", "system:masters");
      assertThat(stack.plan(wanted)).changesNothing();

      Resource<?>[] other = wanted(ground, List.of(), List.of(EDIT));
      assertThat(stack.plan(other))
          .updates("aws.eks-access-entry/me")
          .changing("groups", "policies");
      assertThat(stack.up(other)).isClean();
      assertThat(front.eks().identity(ground.name(), ground.role()).orElseThrow().groups())
          .containsExactly("lab:policy:AmazonEKSEditPolicy");
      assertThat(stack.plan(other)).changesNothing();

      assertThat(stack.up(ground.with(ground.spec()))).isClean();
      assertThat(front.eks().identity(ground.name(), ground.role())).isEmpty();
      stack.down();
    }
  }

  @Test
  void oneWhosePoliciesWereNotGivenIsGoneOnWith(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      front.faults(1, request -> request.is("eks", "AssociateAccessPolicy"), AwsFault.BROKEN);

      assertThat(stack.up(wanted(ground, List.of(), List.of(ADMIN, EDIT)))).isClean();
      assertThat(stack.plan(wanted(ground, List.of(), List.of(ADMIN, EDIT)))).changesNothing();
      stack.down();
    }
  }

  @Test
  void anEntryThatIsNotOursIsRefused(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      stack.up(ground.with(ground.spec()));
      stack
          .clients()
          .eks()
          .createAccessEntry(
              request -> request.clusterName(ground.name()).principalArn(ground.role()));

      assertThatThrownBy(() -> stack.plan(wanted(ground, List.of(), List.of(ADMIN))))
          .isInstanceOf(DiagnosticException.class)
          .hasMessageContaining("aws.eks-access-entry/me");
      stack.down();
    }
  }

  private static Resource<?>[] wanted(
      EksGround ground, List<String> groups, List<AccessPolicy> policies) {
    return ground.with(
        ground.spec(),
        Resource.of(
            new ResourceId(AccessEntrySpec.TYPE, "me"),
            new AccessEntrySpec(
                EksGround.cluster(),
                Value.of(ground.role()),
                "STANDARD",
                groups,
                policies,
                Map.of())));
  }
}
