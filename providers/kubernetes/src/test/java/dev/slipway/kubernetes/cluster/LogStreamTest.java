package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.kubernetes.object.ObjectKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LogStreamTest {
  private static final ObjectKey POD = new ObjectKey("v1", "Pod", Optional.of("default"), "p");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Test
  void linesComeWhileTheyAreWrittenUntilNobodyWantsThemAnyMore() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("eins\nzw".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          exchange.getResponseBody().write("ölf\nthr".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          try {
            over.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
    try (Fabric8Cluster cluster =
        Fabric8Cluster.of(
            ReplayServer.kubeconfig(
                "http://127.0.0.1:" + server.getAddress().getPort(), "token: t"))) {
      boolean there =
          cluster.follow(POD, "c", Optional.empty(), 5, lines::add, () -> lines.size() == 2);
      assertThat(there).isTrue();
      assertThat(lines).containsExactly("eins", "zwölf");
    } finally {
      over.countDown();
      server.stop(0);
    }
  }

  @Test
  void theEndOfTheLogEndsIt() {
    try (ReplayServer server = new ReplayServer().answer(200, "a\n\nb");
        Fabric8Cluster cluster = server.cluster()) {
      assertThat(cluster.follow(POD, "c", Optional.empty(), -1, lines::add, () -> false)).isTrue();
      assertThat(lines).containsExactly("a", "b");
      assertThat(server.requests())
          .containsExactly(
              "GET /api/v1/namespaces/default/pods/p/log?container=c&follow=true&timestamps=true");
    }
  }

  @Test
  void aContainerThatHasNoLogYetHasNone() {
    try (ReplayServer server = new ReplayServer().answer(400, "{}");
        Fabric8Cluster cluster = server.cluster()) {
      assertThat(cluster.follow(POD, "c", Optional.empty(), 5, lines::add, () -> false)).isFalse();
      assertThat(lines).isEmpty();
    }
  }
}
