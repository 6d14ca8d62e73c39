package dev.slipway.kubernetes.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Fabric8Cluster;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.kubernetes.Trouble;
import dev.slipway.lab.process.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong on a real API server is told with its reason, while it is being waited for. */
@ExtendWith(KubernetesLab.class)
class ReadinessClusterTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void podsTroubleIsTheDeploymentsReason(Trouble trouble, LabCluster lab) {
    String namespace = lab.freshNamespace();
    deploy(
        lab, namespace, "annotations: {" + Trouble.ANNOTATION + ": " + trouble.value() + "}", "");
    String expected =
        switch (trouble) {
          case IMAGE_PULL -> "image app:1 doesn't exist";
          case CRASH_LOOP -> "container main ended with exit code 1, after 5 restarts";
          case INIT_CRASH_LOOP -> "init container prepare ended with exit code 1";
          case OUT_OF_MEMORY -> "OOMKilled: it needs more memory than its limit of 64Mi";
          case LIVENESS -> "container main ended with exit code 137 (SIGKILL), after 5 restarts";
          case READINESS -> "readiness probe failed: HTTP probe failed with statuscode: 503";
          case CONFIG -> "can't be started: secret \"missing\" not found";
          case MOUNT -> "volume config can't be mounted: configmap \"missing\" not found";
          case EXIT -> "container main ended with exit code 1";
        };

    Status status = await(lab, namespace, expected);

    boolean hopeless =
        switch (trouble) {
          case CRASH_LOOP, INIT_CRASH_LOOP, OUT_OF_MEMORY, LIVENESS -> true;
          case IMAGE_PULL, READINESS, CONFIG, MOUNT, EXIT -> false;
        };
    if (trouble != Trouble.IMAGE_PULL) { // which becomes hopeless with its second refusal
      assertThat(status instanceof Status.Failed).isEqualTo(hopeless);
    }
  }

  @Test
  void schedulersWordsAreTheDeploymentsReason(LabCluster lab) {
    String namespace = lab.freshNamespace();
    deploy(lab, namespace, "", "nodeSelector: {disk: none}");

    assertThat(await(lab, namespace, "didn't match Pod's node affinity/selector"))
        .isInstanceOf(Status.InProgress.class);
  }

  @Test
  void refusedPodsAreTheDeploymentsReason(LabCluster lab) {
    String namespace = lab.freshNamespace();
    lab.api()
        .merge(
            "/api/v1/namespaces/" + namespace,
            "{\"metadata\":{\"labels\":{\"pod-security.kubernetes.io/enforce\":\"restricted\"}}}");
    deploy(lab, namespace, "", "");

    assertThat(await(lab, namespace, "violates PodSecurity")).isInstanceOf(Status.Failed.class);
  }

  @Test
  void deploymentWhosePodsAreReadyIsCurrent(LabCluster lab) {
    String namespace = lab.freshNamespace();
    deploy(lab, namespace, "", "");

    assertThat(await(lab, namespace, "Current")).isEqualTo(Status.CURRENT);
  }

  private static Status await(LabCluster lab, String namespace, String expected) {
    AtomicReference<Status> seen = new AtomicReference<>(Status.NOT_FOUND);
    try (Cluster cluster = Fabric8Cluster.of(lab.kubeconfig())) {
      EvidenceCollector collector = new EvidenceCollector(cluster);
      ObjectKey key = new ObjectKey("apps/v1", "Deployment", Optional.of(namespace), "app");
      Await.until(
          LIMIT,
          expected,
          () -> {
            cluster
                .get(key)
                .ifPresent(live -> seen.set(Readiness.of(live, collector.collect(live))));
            return seen.get().toString().contains(expected);
          },
          () -> seen.get().toString());
    }
    return seen.get();
  }

  private static void deploy(LabCluster lab, String namespace, String metadata, String spec) {
    lab.api()
        .create(
            "/apis/apps/v1/namespaces/" + namespace + "/deployments",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: app}
            spec:
              replicas: 2
              selector: {matchLabels: {app: app}}
              template:
                metadata:
                  labels: {app: app}
                  %s
                spec:
                  initContainers: [{name: prepare, image: "prepare:1"}]
                  containers:
                    - {name: main, image: "app:1", resources: {limits: {memory: 64Mi}}}
                  %s
            """
                .formatted(metadata, spec));
  }
}
