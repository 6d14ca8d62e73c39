package dev.slipway.aws.eks.podidentity;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.eks.EksGround;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsLab.class)
class PodIdentityHandlerTest {
  private static final ResourceId MILVUS = new ResourceId(PodIdentitySpec.TYPE, "milvus");

  @Test
  void givesARoleAndAnotherOneInPlace(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      String other = EksGround.role(stack, ground.name() + "-other").arn();
      assertThat(stack.plan(wanted(ground, ground.role(), "milvus")))
          .creates("aws.eks-cluster/main")
          .before("aws.eks-pod-identity/milvus");
      assertThat(stack.up(wanted(ground, ground.role(), "milvus"))).isClean();
      String id = stack.attributes(MILVUS).text("id").orElseThrow();
      assertThat(role(stack, ground, id)).isEqualTo(ground.role());
      assertThat(stack.plan(wanted(ground, ground.role(), "milvus"))).changesNothing();

      assertThat(stack.plan(wanted(ground, other, "milvus")))
          .updates("aws.eks-pod-identity/milvus")
          .changing("role");
      assertThat(stack.up(wanted(ground, other, "milvus"))).isClean();
      assertThat(role(stack, ground, id)).isEqualTo(other);

      assertThat(stack.plan(wanted(ground, other, "search")))
          .replaces("aws.eks-pod-identity/milvus");
      assertThat(stack.up(wanted(ground, other, "search"))).isClean();
      assertThat(stack.plan(wanted(ground, other, "search"))).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(stack.clients().eks().listClusters().clusters()).isEmpty();
    }
  }

  private static Resource<?>[] wanted(EksGround ground, String role, String serviceAccount) {
    return ground.with(
        ground.spec(),
        Resource.of(
            MILVUS,
            new PodIdentitySpec(
                EksGround.cluster(), "milvus", serviceAccount, Value.of(role), Map.of())));
  }

  private static String role(AwsStack stack, EksGround ground, String id) {
    return stack
        .clients()
        .eks()
        .describePodIdentityAssociation(
            request -> request.clusterName(ground.name()).associationId(id))
        .association()
        .roleArn();
  }
}
