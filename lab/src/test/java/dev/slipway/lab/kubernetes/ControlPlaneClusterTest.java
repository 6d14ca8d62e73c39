package dev.slipway.lab.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The lab's cluster does what tests of others rely on. */
@ExtendWith(KubernetesLab.class)
class ControlPlaneClusterTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Test
  void theApiServerIsReadyAndTellsItsVersion(LabCluster cluster) {
    assertThat(cluster.api().answers("/readyz")).isTrue();
    assertThat(cluster.run(cluster.kubectl(), "version").orFail().out())
        .contains("Server Version: " + Program.controlPlane().version());
  }

  @Test
  void aDeploymentsPodsBecomeReady(LabCluster cluster) {
    String namespace = cluster.freshNamespace();
    cluster
        .run(cluster.kubectl(), "-n", namespace, "create", "deployment", "a", "--image=a", "-r=3")
        .orFail();
    await(
        cluster,
        "/apis/apps/v1/namespaces/" + namespace + "/deployments/a",
        deployment -> deployment.path("status").path("readyReplicas").asInt(0) == 3);
  }

  @Test
  void theApiServerRestartsWithItsObjects(LabCluster cluster) {
    String namespace = cluster.freshNamespace();
    SortedSet<String> before = cluster.snapshot();
    cluster.stopApiServer();
    assertThat(cluster.api().answers("/readyz")).isFalse();
    cluster.startApiServer();
    assertThat(cluster.snapshot()).isEqualTo(before).contains("Namespace " + namespace);
  }

  private static void await(
      LabCluster cluster, String path, java.util.function.Predicate<JsonNode> condition) {
    Await.until(
        LIMIT,
        path,
        () -> cluster.api().find(path).filter(condition).isPresent(),
        () -> cluster.api().find(path).map(JsonNode::toPrettyString).orElse("it isn't there"));
  }
}
