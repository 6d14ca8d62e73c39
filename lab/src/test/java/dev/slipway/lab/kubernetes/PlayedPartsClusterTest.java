package dev.slipway.lab.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.kubernetes.wire.LoopbackServer;
import dev.slipway.lab.process.Await;
import dev.slipway.lab.process.Ran;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Pods, volumes, addresses, logs and forwarded ports, which the lab plays. */
@ExtendWith(KubernetesLab.class)
class PlayedPartsClusterTest {
  @Test
  void aDeploymentsPodsBecomeReady(LabCluster cluster) {
    String namespace = cluster.freshNamespace();
    cluster
        .run(cluster.kubectl(), "-n", namespace, "create", "deployment", "a", "--image=a", "-r=3")
        .orFail();
    Manifests.await(
        cluster,
        "/apis/apps/v1/namespaces/" + namespace + "/deployments/a",
        deployment -> deployment.path("status").path("readyReplicas").asInt(0) == 3);
  }

  @Test
  void aJobCompletesAndOneThatFailsFails(LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    Manifests.apply(cluster, namespace, job("good", "{}") + "---\n" + job("bad", fails("exit")));
    String jobs = "/apis/batch/v1/namespaces/" + namespace + "/jobs/";
    Manifests.await(
        cluster, jobs + "good", job -> job.path("status").path("succeeded").asInt(0) == 1);
    Manifests.await(
        cluster,
        jobs + "bad",
        job ->
            job.path("status")
                .path("conditions")
                .valueStream()
                .anyMatch(condition -> condition.path("type").asString().equals("Failed")));
  }

  @Test
  void aClaimIsBoundAndItsVolumeGoesWithIt(LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    Manifests.apply(cluster, namespace, claim("a", "") + "---\n" + claim("later", "on-first-use"));
    String claims = "/api/v1/namespaces/" + namespace + "/persistentvolumeclaims/";
    JsonNode bound =
        Manifests.await(
            cluster, claims + "a", c -> c.path("status").path("phase").asString().equals("Bound"));
    assertThat(cluster.api().get(claims + "later").path("status").path("phase").asString())
        .isEqualTo("Pending");
    Manifests.apply(cluster, namespace, podWithClaim("later"));
    Manifests.await(
        cluster, claims + "later", c -> c.path("status").path("phase").asString().equals("Bound"));
    String volume = "/api/v1/persistentvolumes/" + bound.path("spec").path("volumeName").asString();
    cluster.api().delete(claims + "a");
    Await.until(
        Duration.ofMinutes(1),
        "the volume to go",
        () -> cluster.api().find(volume).isEmpty(),
        () -> cluster.api().get(volume).toPrettyString());
  }

  @Test
  void loadBalancersAndIngressesGetAddresses(LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    Manifests.apply(
        cluster,
        namespace,
        """
        apiVersion: v1
        kind: Service
        metadata: {name: a}
        spec: {type: LoadBalancer, ports: [{port: 80}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: b, annotations: {lab.slipway.dev/address: none}}
        spec: {type: LoadBalancer, ports: [{port: 80}]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: a, annotations: {lab.slipway.dev/address: 127.0.0.7}}
        spec: {defaultBackend: {service: {name: a, port: {number: 80}}}}
        """);
    String services = "/api/v1/namespaces/" + namespace + "/services/";
    Manifests.await(cluster, services + "a", s -> address(s).equals("127.0.0.1"));
    Manifests.await(
        cluster,
        "/apis/networking.k8s.io/v1/namespaces/" + namespace + "/ingresses/a",
        i -> address(i).equals("127.0.0.7"));
    assertThat(address(cluster.api().get(services + "b"))).isEmpty();
  }

  @Test
  void logsAreThoseOfTheAnnotation(LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    Manifests.apply(cluster, namespace, pod("a", "{lab.slipway.dev/logs: \"one\\ntwo\\nthree\"}"));
    awaitRunning(cluster, namespace, "a");
    assertThat(
            cluster.run(cluster.kubectl(), "-n", namespace, "logs", "a", "--tail=2").orFail().out())
        .isEqualTo("two\nthree\n");
    Ran previous = cluster.run(cluster.kubectl(), "-n", namespace, "logs", "a", "--previous");
    assertThat(previous.err())
        .contains("previous terminated container \"c\" in pod \"a\" not found");
  }

  @Test
  void aForwardedPortReachesALocalServer(LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    Manifests.apply(cluster, namespace, pod("a", "{}"));
    awaitRunning(cluster, namespace, "a");
    try (LoopbackServer echo =
            new LoopbackServer(
                ServerSocketFactory.getDefault(),
                c -> c.getInputStream().transferTo(c.getOutputStream()));
        PortForward forward = PortForward.start(cluster, namespace, "pod/a", 19530)) {
      cluster.forward(namespace, 19530, echo.port());
      Await.until(
          Duration.ofMinutes(1),
          "an echo",
          () -> forward.exchange("ahoy").equals("ahoy"),
          forward::output);
      byte[] large = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      assertThat(forward.exchange(new String(large, StandardCharsets.UTF_8))).hasSize(large.length);
    }
  }

  private static void awaitRunning(LabCluster cluster, String namespace, String pod) {
    Manifests.await(
        cluster,
        "/api/v1/namespaces/" + namespace + "/pods/" + pod,
        p -> p.path("status").path("phase").asString().equals("Running"));
  }

  private static String address(JsonNode object) {
    return object
        .path("status")
        .path("loadBalancer")
        .path("ingress")
        .path(0)
        .path("ip")
        .asString("");
  }

  private static String fails(String trouble) {
    return "{" + Trouble.ANNOTATION + ": " + trouble + "}";
  }

  private static String pod(String name, String annotations) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, annotations: %s}
    spec: {containers: [{name: c, image: c}]}
    """
        .formatted(name, annotations);
  }

  private static String podWithClaim(String claim) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: user-of-%s}
    spec:
      containers: [{name: c, image: c}]
      volumes: [{name: v, persistentVolumeClaim: {claimName: %s}}]
    """
        .formatted(claim, claim);
  }

  private static String claim(String name, String storageClass) {
    return """
    apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {name: %s}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 1Gi}}
      %s
    """
        .formatted(name, storageClass.isEmpty() ? "" : "storageClassName: " + storageClass);
  }

  private static String job(String name, String annotations) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: %s}
    spec:
      backoffLimit: 0
      template:
        metadata: {annotations: %s}
        spec: {restartPolicy: Never, containers: [{name: c, image: c}]}
    """
        .formatted(name, annotations);
  }
}
