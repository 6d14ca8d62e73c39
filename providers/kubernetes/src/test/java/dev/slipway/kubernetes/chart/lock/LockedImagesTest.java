package dev.slipway.kubernetes.chart.lock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.kubernetes.object.ApiObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockedImagesTest {
  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  @TempDir private Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private HttpServer registry;
  private String host;

  @BeforeEach
  void serve() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    host = "127.0.0.1:" + registry.getAddress().getPort();
    registry.createContext("/token", exchange -> answer(exchange, 200, "{\"token\": \"pass\"}"));
    registry.createContext("/v2/team/quay/manifests/7", this::manifest);
    registry.start();
  }

  private void manifest(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    boolean allowed = "Bearer pass".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    exchange
        .getResponseHeaders()
        .set(
            allowed ? "Docker-Content-Digest" : "WWW-Authenticate",
            allowed
                ? DIGEST
                : "Bearer realm=\"http://" + host + "/token\",service=\"s\",scope=\"pull\"");
    answer(exchange, allowed ? 200 : 401, "");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @AfterEach
  void stop() {
    registry.stop(0);
  }

  @Test
  void anImageIsHeldToTheDigestThatItsTagStoodForFirst() {
    ApiObject pod = pod(host + "/team/quay:7");
    LockedImages images = images();
    assertThat(images.lookUp(List.of(pod), List.of())).isEmpty();

    assertThat(image(images.held(pod))).isEqualTo(host + "/team/quay:7@" + DIGEST);

    int before = asked.get();
    LockedImages later = images();
    assertThat(later.lookUp(List.of(pod), List.of())).isEmpty();
    assertThat(image(later.held(pod))).endsWith(DIGEST);
    assertThat(asked).hasValue(before);
  }

  @Test
  void anImageThatNoRegistryTellsOfIsHeldToItsTagAndSaidOnce() {
    ApiObject pod = pod(host + "/team/unknown:1");

    assertThat(images().lookUp(List.of(pod), List.of()))
        .extracting(Diagnostic::code)
        .containsExactly("LOCK-IMAGE-BY-TAG");

    assertThat(images().lookUp(List.of(pod), List.of())).isEmpty();
    assertThat(image(images().held(pod))).isEqualTo(host + "/team/unknown:1");
  }

  @ParameterizedTest
  @CsvSource({
    "busybox, https://registry-1.docker.io/v2/library/busybox/manifests/latest",
    "milvusdb/milvus:v2.6, https://registry-1.docker.io/v2/milvusdb/milvus/manifests/v2.6",
    "registry.example:5000/a/b/c:1, https://registry.example:5000/v2/a/b/c/manifests/1",
    "localhost:5000/a, http://localhost:5000/v2/a/manifests/latest"
  })
  void namesAreTakenApartAsContainerRuntimesDo(String name, String address) {
    assertThat(ImageName.of(name).address()).isEqualTo(address);
  }

  private LockedImages images() {
    return new LockedImages(LockFile.read(folder.resolve(LockFile.NAME)), Purpose.UP);
  }

  private static String image(ApiObject pod) {
    return pod.objects("spec", "containers").getFirst().text("image").orElseThrow();
  }

  private static ApiObject pod(String image) {
    return new ApiObject(
        Map.of(
            "kind",
            "Pod",
            "spec",
            Map.of("containers", List.of(Map.of("name", "c", "image", image)))));
  }
}
