package dev.slipway.lab.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.process.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Pods fail at what their annotation says, as they do on real nodes. */
@ExtendWith(KubernetesLab.class)
class TroubleClusterTest {
  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aPodGetsIntoTrouble(Trouble trouble, LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    Manifests.apply(cluster, namespace, pod("a", "a", trouble.value()));
    String path = "/api/v1/namespaces/" + namespace + "/pods/a";
    JsonNode pod =
        Manifests.await(
            cluster,
            path,
            p -> p.path("status").has("containerStatuses") && readiness(p).equals("False"));
    String first =
        trouble == Trouble.INIT_CRASH_LOOP ? "initContainerStatuses" : "containerStatuses";
    JsonNode state = pod.path("status").path(first).path(0).path("state");
    String reason =
        switch (trouble) {
          case IMAGE_PULL -> "ImagePullBackOff";
          case CRASH_LOOP, INIT_CRASH_LOOP, OUT_OF_MEMORY, LIVENESS -> "CrashLoopBackOff";
          case READINESS -> "";
          case CONFIG -> "CreateContainerConfigError";
          case MOUNT -> "ContainerCreating";
          case EXIT -> "Error";
        };
    assertThat(
            state.path("waiting").path("reason").asString("")
                + state.path("terminated").path("reason").asString(""))
        .isEqualTo(reason);
    Manifests.await(
        cluster,
        "/api/v1/namespaces/" + namespace + "/events?fieldSelector=involvedObject.name=a",
        events ->
            events
                .path("items")
                .valueStream()
                .anyMatch(event -> event.path("type").asString().equals("Warning")));
  }

  @Test
  void aPodRecoversWhenTheAnnotationGoes(LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    Manifests.apply(cluster, namespace, pod("a", "a", "crash-loop"));
    String path = "/api/v1/namespaces/" + namespace + "/pods/a";
    Manifests.await(cluster, path, p -> readiness(p).equals("False"));
    cluster
        .api()
        .merge(path, "{\"metadata\":{\"annotations\":{\"" + Trouble.ANNOTATION + "\":null}}}");
    Manifests.await(cluster, path, p -> readiness(p).equals("True"));
  }

  @Test
  void anImageOfAnInvalidRegistryCantBePulledAndHasNoLog(LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    Manifests.apply(cluster, namespace, pod("a", "registry.invalid/a:1", ""));
    Manifests.await(
        cluster,
        "/api/v1/namespaces/" + namespace + "/pods/a",
        p ->
            p.path("status")
                .path("containerStatuses")
                .path(0)
                .path("state")
                .path("waiting")
                .path("reason")
                .asString("")
                .equals("ImagePullBackOff"));
    Ran logs = cluster.run(cluster.kubectl(), "-n", namespace, "logs", "a", "-c", "c");
    assertThat(logs.err())
        .contains(
            "container \"c\" in pod \"a\" is waiting to start: trying and failing to pull image");
  }

  @Test
  void aPodThatFitsNoNodeStaysPendingAndTheSchedulerSaysWhy(LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    Manifests.apply(
        cluster,
        namespace,
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec: {nodeSelector: {disk: fast}, containers: [{name: c, image: c}]}
        """);
    JsonNode pod =
        Manifests.await(
            cluster,
            "/api/v1/namespaces/" + namespace + "/pods/a",
            p -> p.path("status").path("conditions").size() > 0);
    assertThat(pod.path("status").path("conditions").path(0).path("message").asString())
        .contains("didn't match Pod's node affinity/selector");
  }

  private static String readiness(JsonNode pod) {
    return pod.path("status")
        .path("conditions")
        .valueStream()
        .filter(condition -> condition.path("type").asString().equals("Ready"))
        .map(condition -> condition.path("status").asString())
        .findFirst()
        .orElse("");
  }

  private static String pod(String name, String image, String trouble) {
    String annotations = trouble.isEmpty() ? "{}" : "{" + Trouble.ANNOTATION + ": " + trouble + "}";
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, annotations: %s}
    spec:
      initContainers: [{name: i, image: i}]
      containers: [{name: c, image: "%s"}]
    """
        .formatted(name, annotations, image);
  }
}
