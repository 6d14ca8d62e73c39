package dev.slipway.aws.eks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.eks.access.AccessEntrySpec;
import dev.slipway.aws.eks.access.AccessPolicy;
import dev.slipway.aws.eks.addon.AddonIdentity;
import dev.slipway.aws.eks.addon.AddonSpec;
import dev.slipway.aws.eks.addon.Conflicts;
import dev.slipway.aws.eks.cluster.ClusterSpec;
import dev.slipway.aws.eks.cluster.EndpointAccess;
import dev.slipway.aws.eks.cluster.UpgradePolicy;
import dev.slipway.aws.eks.nodegroup.CapacityType;
import dev.slipway.aws.eks.nodegroup.LaunchTemplate;
import dev.slipway.aws.eks.nodegroup.NodeGroupSpec;
import dev.slipway.aws.eks.nodegroup.Scaling;
import dev.slipway.aws.eks.nodegroup.Taint;
import dev.slipway.aws.eks.podidentity.PodIdentitySpec;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.spec.References;
import dev.slipway.engine.spec.SpecTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the journal holds of a spec reads back as that spec, and its references are found. */
class EksSpecsTest {
  private static final Value<String> REF =
      Value.ref(new ResourceId(ClusterSpec.TYPE, "main"), "name");

  @Test
  void clusters() {
    assertReadsBack(
        new ClusterSpec(
            "harbour",
            "1.33",
            REF,
            List.of(REF, Value.of("subnet-2")),
            List.of(REF),
            new EndpointAccess(true, false, List.of("192.0.2.0/24")),
            List.of("audit", "api"),
            false,
            Optional.of(REF),
            UpgradePolicy.EXTENDED,
            Map.of("team", "search")),
        4);
  }

  @Test
  void accessEntries() {
    assertReadsBack(
        new AccessEntrySpec(
            REF,
            REF,
            "STANDARD",
            List.of("readers"),
            List.of(new AccessPolicy("arn", List.of("milvus"))),
            Map.of()),
        2);
  }

  @Test
  void nodeGroups() {
    assertReadsBack(
        new NodeGroupSpec(
            REF,
            "workers",
            REF,
            List.of(REF),
            List.of("m6i.large"),
            CapacityType.ON_DEMAND,
            Optional.of("AL2023_x86_64_STANDARD"),
            Optional.of(50),
            new Scaling(1, 3, 2),
            Map.of("use", "milvus"),
            List.of(new Taint("only", "", Taint.Effect.PREFER_NO_SCHEDULE)),
            Optional.of(new LaunchTemplate(REF, REF)),
            1,
            Optional.of("1.33"),
            Map.of()),
        5);
  }

  @Test
  void addons() {
    assertReadsBack(
        new AddonSpec(
            REF,
            "vpc-cni",
            AddonSpec.LATEST,
            Optional.of("{}"),
            Optional.of(REF),
            List.of(new AddonIdentity("aws-node", REF)),
            Conflicts.PRESERVE,
            Map.of()),
        3);
  }

  @Test
  void podIdentities() {
    assertReadsBack(new PodIdentitySpec(REF, "milvus", "milvus", REF, Map.of()), 2);
  }

  private static <S extends Spec> void assertReadsBack(S spec, int references) {
    assertThat(SpecTree.decode(SpecTree.encode(spec), spec.getClass())).isEqualTo(spec);
    assertThat(References.in(spec)).hasSize(references);
    assertThat(References.in(References.resolve(spec, _ -> Optional.of("known")))).isEmpty();
  }
}
