package dev.slipway.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Until;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.nio.file.Path;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A definition whose kind is never served. */
@ExtendWith(KubernetesLab.class)
@ResourceLock(KubernetesLab.WHOLE_CLUSTER)
class DefinitionClusterTest {
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

  @Test
  void whoseNamesAreTakenIsToldAndGoesOnWhenTheyAreFree(LabCluster cluster, @TempDir Path folder) {
    String namespace = cluster.freshNamespace();
    SortedSet<String> before = cluster.snapshot();
    ClusterStack stack =
        ClusterStack.in(folder, "quays", cluster, cluster.kubeconfig())
            .ofObjects(
                namespace,
                """
                %s
                ---
                {apiVersion: pier.lab.slipway.dev/v1, kind: Pier, metadata: {name: north}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: apart}}
                """
                    .formatted(definition("quays")));
    cluster.api().create(DEFINITIONS, definition("piers"));
    String taken = DEFINITIONS + "/piers.pier.lab.slipway.dev";
    Until.isTrue(
        () -> cluster.api().get(taken).toString().contains("\"Established\""), () -> "piers");
    try {
      Ended up = stack.run("up");
      assertThat(up.code()).as(up.everything()).isEqualTo(3);
      assertThat(up.details())
          .contains("quays.pier.lab.slipway.dev")
          .contains("its names are taken")
          .contains("is already in use");
      assertThat(up.events("step-finished").map(event -> event.at("/step/resource").asString()))
          .as("what has nothing to do with it")
          .anyMatch(resource -> resource.contains("apart"));
      assertThat(up.events("step-skipped").map(event -> event.at("/step/resource").asString()))
          .as("what waits for it")
          .singleElement()
          .asString()
          .contains("north");
    } finally {
      cluster.api().delete(taken);
    }
    Until.isTrue(() -> cluster.api().find(taken).isEmpty(), () -> "no piers");
    stack.succeed("up");
    assertThat(stack.planned()).isEmpty();
    stack.succeed("down");
    assertThat(cluster.snapshot()).containsExactlyElementsOf(before);
  }

  /** A definition of the kind Pier, under any plural. */
  private static String definition(String plural) {
    return """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: %s.pier.lab.slipway.dev}
    spec:
      group: pier.lab.slipway.dev
      scope: Namespaced
      names: {kind: Pier, plural: %s}
      versions:
        - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
    """
        .formatted(plural, plural);
  }
}
