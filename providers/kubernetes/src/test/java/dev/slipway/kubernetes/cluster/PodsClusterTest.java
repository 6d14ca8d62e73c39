package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kubernetes.cluster.Cluster.Propagation;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.lab.process.Await;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What only pods know, on a real API server with pods that kwok plays. */
class PodsClusterTest extends OnLab {
  @Test
  void aPortOfAPodIsForwarded() throws Exception {
    ObjectKey pod = runningPod();
    try (ServerSocket played = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ApiObject table =
          cluster.apply(
              new ApiObject(
                  Map.of(
                      "apiVersion",
                      "kwok.x-k8s.io/v1alpha1",
                      "kind",
                      "ClusterPortForward",
                      "metadata",
                      Map.of("name", namespace),
                      "spec",
                      Map.of(
                          "selector", Map.of("matchNamespaces", List.of(namespace)),
                          "forwards",
                              List.of(
                                  Map.of(
                                      "ports", List.of(8080),
                                      "target",
                                          Map.of(
                                              "address",
                                              "127.0.0.1",
                                              "port",
                                              played.getLocalPort())))))),
              OURS);
      Thread.startVirtualThread(() -> greet(played));
      try (Cluster.Forward forward = cluster.forward(pod, 8080)) {
        Await.until(
            LIMIT, "the pod's greeting", () -> "ahoy".equals(read(forward.port())), () -> "");
      } finally {
        cluster.delete(table.key(), Optional.empty(), Propagation.BACKGROUND);
      }
    }
  }

  @Test
  void theLogOfWhatIsNotThereIsEmpty() {
    ObjectKey pod = runningPod();
    assertThat(cluster.log(pod, "c", false, 10)).contains("runs no image");
    ObjectKey missing = new ObjectKey("v1", "Pod", Optional.of(namespace), "missing");
    assertThat(cluster.log(missing, "c", true, 10)).isEmpty();
  }

  @Test
  void anEvictionRemovesThePodUnlessABudgetForbids() {
    ObjectKey pod = runningPod();
    cluster.apply(
        new ApiObject(
            Map.of(
                "apiVersion",
                "policy/v1",
                "kind",
                "PodDisruptionBudget",
                "metadata",
                Map.of("name", "b", "namespace", namespace),
                "spec",
                Map.of("minAvailable", 1, "selector", Map.of("matchLabels", Map.of("app", "p"))))),
        OURS);
    ObjectKey budget =
        new ObjectKey("policy/v1", "PodDisruptionBudget", Optional.of(namespace), "b");
    Await.until(
        LIMIT,
        "the budget to count",
        () ->
            cluster
                .get(budget)
                .orElseThrow()
                .number("status", "currentHealthy")
                .equals(Optional.of(1L)),
        () -> cluster.get(budget).toString());
    assertThat(problem(() -> cluster.evict(pod)).code()).isEqualTo("KUBERNETES-DISRUPTION-BUDGET");
    cluster.delete(budget, Optional.empty(), Propagation.BACKGROUND);
    Await.until(
        LIMIT,
        "the pod to go",
        () -> {
          cluster.evict(pod);
          return cluster.get(pod).isEmpty();
        },
        () -> cluster.get(pod).toString());
  }

  private ObjectKey runningPod() {
    ObjectKey key =
        cluster
            .apply(
                new ApiObject(
                    Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Pod",
                        "metadata",
                        Map.of("name", "p", "namespace", namespace, "labels", Map.of("app", "p")),
                        "spec",
                        Map.of(
                            "containers",
                            List.of(Map.of("name", "c", "image", "i")),
                            "terminationGracePeriodSeconds",
                            0))),
                OURS)
            .key();
    Await.until(
        LIMIT,
        "the pod to run",
        () -> cluster.get(key).orElseThrow().text("status", "phase").equals(Optional.of("Running")),
        () -> cluster.get(key).toString());
    return key;
  }

  private static void greet(ServerSocket played) {
    while (!played.isClosed()) {
      try (Socket peer = played.accept()) {
        peer.getOutputStream().write("ahoy".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException _) {
        return;
      }
    }
  }

  private static String read(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(4), StandardCharsets.US_ASCII);
    } catch (IOException _) {
      return "";
    }
  }
}
