package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.kubernetes.cluster.Cluster.Propagation;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.lab.process.Await;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What a real API server answers. */
class Fabric8ClusterTest extends OnLab {
  @Test
  void anObjectIsMadeSeenChangedAndRemoved() {
    ApiObject made = cluster.apply(map("a"), OURS);
    assertThat(made.text("metadata", "uid")).isPresent();
    assertThat(cluster.get(made.key()).orElseThrow().text("data", "k")).contains("v");
    assertThat(
            cluster
                .patch(made.key(), List.of(Map.of("op", "add", "path", "/data/z", "value", "1")))
                .text("data", "z"))
        .contains("1");
    cluster.delete(made.key(), Optional.of("another"), Propagation.FOREGROUND);
    assertThat(cluster.get(made.key())).isPresent();
    cluster.delete(made.key(), made.text("metadata", "uid"), Propagation.BACKGROUND);
    assertThat(cluster.get(made.key())).isEmpty();
    cluster.delete(made.key(), Optional.empty(), Propagation.BACKGROUND);
  }

  @Test
  void aDryRunChangesNothing() {
    ApiObject seen = cluster.apply(map("a"), new Application("slipway", false, true));
    assertThat(seen.text("data", "k")).contains("v");
    assertThat(cluster.get(map("a").key())).isEmpty();
  }

  @Test
  void listsComeInPagesWithVersionAndKind() throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 520; i++) {
        ApiObject labelled = map("n" + i).with("lists", "metadata", "labels", "part");
        threads.execute(() -> cluster.apply(labelled, OURS));
      }
    }
    Optional<String> here = Optional.of(namespace);
    assertThat(cluster.list("v1", "ConfigMap", here, "part=lists"))
        .hasSize(520)
        .allMatch(object -> object.key().groupKind().equals("ConfigMap"));
    assertThat(cluster.listMetadata("v1", "ConfigMap", here, "part=lists"))
        .hasSize(520)
        .allMatch(object -> object.key().apiVersion().equals("v1"))
        .allMatch(object -> object.at("data").isEmpty());
    assertThat(cluster.list("v1", "ConfigMap", here, "part=none")).isEmpty();
  }

  @Test
  void aNewKindIsKnownOnceForgotten() {
    String group = namespace + ".example.com";
    ApiObject definition = definition(group);
    ApiObject ship =
        new ApiObject(
            Map.of(
                "apiVersion",
                group + "/v1",
                "kind",
                "Ship",
                "metadata",
                Map.of("name", "s", "namespace", namespace),
                "spec",
                Map.of("draft", 9007199254740993L, "list", 0.1)));
    assertThat(cluster.kinds().orElseThrow().find(group + "/v1", "Ship")).isEmpty();
    assertThat(problem(() -> cluster.apply(ship, OURS)).code()).isEqualTo("KUBERNETES-NO-KIND");
    ApiObject defined = cluster.apply(definition, OURS);
    try {
      Await.until(
          LIMIT,
          "the kind",
          () -> {
            cluster.forgetKinds();
            return cluster.kinds().orElseThrow().find(group + "/v1", "Ship").isPresent();
          },
          () -> "");
      ApiObject[] made = new ApiObject[1];
      Await.until(
          LIMIT,
          "the kind to be served",
          () -> {
            try {
              made[0] = cluster.apply(ship, OURS);
              return true;
            } catch (ProviderException notYet) {
              assertThat(notYet.retry()).isEqualTo(ProviderException.Retry.BACKOFF);
              return false;
            }
          },
          () -> "");
      assertThat(made[0].at("spec", "draft")).contains(9007199254740993L);
      assertThat(made[0].at("spec", "list")).contains(0.1);
      assertThat(problem(() -> cluster.apply(ship.with("x", "spec", "sail"), OURS)).detail())
          .contains("spec.sail");
    } finally {
      cluster.delete(defined.key(), defined.text("metadata", "uid"), Propagation.FOREGROUND);
    }
  }

  @Test
  void theKubeconfigLeadsThere() {
    try (Fabric8Cluster again = Fabric8Cluster.of(cluster.kubeconfig())) {
      assertThat(again.kinds().orElseThrow().version())
          .isEqualTo(cluster.kinds().orElseThrow().version());
    }
  }

  private static ApiObject definition(String group) {
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "spec",
                Map.of(
                    "type",
                    "object",
                    "properties",
                    Map.of(
                        "draft", Map.of("type", "integer", "format", "int64"),
                        "list", Map.of("type", "number")))));
    return new ApiObject(
        Map.of(
            "apiVersion",
            "apiextensions.k8s.io/v1",
            "kind",
            "CustomResourceDefinition",
            "metadata",
            Map.of("name", "ships." + group),
            "spec",
            Map.of(
                "group",
                group,
                "scope",
                "Namespaced",
                "names",
                Map.of("plural", "ships", "kind", "Ship"),
                "versions",
                List.of(
                    Map.of(
                        "name",
                        "v1",
                        "served",
                        true,
                        "storage",
                        true,
                        "schema",
                        Map.of("openAPIV3Schema", schema))))));
  }
}
