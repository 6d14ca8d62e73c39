package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ProviderException.Retry;
import dev.slipway.kubernetes.kubeconfig.Kubeconfig;
import dev.slipway.kubernetes.object.ObjectKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionProblemsTest {
  @Test
  void aRefusedConnectionNamesTheAddressAndTheContext() throws IOException {
    ProviderException refused = failure("https://127.0.0.1:" + closedPort());
    assertThat(refused.first().code()).isEqualTo("KUBERNETES-UNREACHABLE");
    assertThat(refused.first().detail())
        .contains("https://127.0.0.1:")
        .contains("connection refused")
        .contains("context 'lab'");
    assertThat(refused.retry()).isEqualTo(Retry.BACKOFF);
  }

  @Test
  void anUnknownHostIsTold() {
    ProviderException refused = failure("https://no-such-host.invalid:6443");
    assertThat(refused.first().code()).isEqualTo("KUBERNETES-NO-HOST");
    assertThat(refused.first().detail()).contains("no-such-host.invalid");
  }

  @Test
  void anAnswerThatBreaksOffMayPass() throws IOException {
    try (Answering server =
        new Answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"gitVersion\": \"v1")) {
      ProviderException dropped = failure("http://127.0.0.1:" + server.port());
      assertThat(dropped.first().code()).isEqualTo("KUBERNETES-DROPPED");
      assertThat(dropped.retry()).isEqualTo(Retry.BACKOFF);
    }
  }

  @Test
  void aConnectionThatEndsWithoutAnAnswerMayPass() throws IOException {
    try (Answering server = new Answering("")) {
      ProviderException dropped = failure("http://127.0.0.1:" + server.port());
      assertThat(dropped.first().code()).isEqualTo("KUBERNETES-DROPPED");
      assertThat(dropped.retry()).isEqualTo(Retry.BACKOFF);
    }
  }

  @Test
  void whatDoesNotSpeakTlsIsTold() throws IOException {
    try (Answering server = new Answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
      assertThat(failure("https://127.0.0.1:" + server.port()).first().code())
          .isEqualTo("KUBERNETES-NOT-TLS");
    }
  }

  @Test
  void whatIsNoApiServerIsTold() throws IOException {
    try (Answering server =
        new Answering("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n<html></html>")) {
      ProviderException refused = failure("http://127.0.0.1:" + server.port());
      assertThat(refused.first().code()).isEqualTo("KUBERNETES-REFUSED");
      assertThat(refused.first().detail()).contains("<html>");
    }
  }

  @Test
  void aProxyIsNamedWithoutItsPassword() throws IOException {
    String server = "https://cluster.example:6443";
    String kubeconfig =
        ReplayServer.kubeconfig(server, "token: t")
            .replace(
                "server: \"" + server + "\"",
                "server: \"%s\", proxy-url: \"http://me:S3CRET@127.0.0.1:%d\""
                    .formatted(server, closedPort()));
    try (Fabric8Cluster cluster = Fabric8Cluster.of(kubeconfig)) {
      ProviderException refused = catchThrowableOfType(ProviderException.class, cluster::kinds);
      assertThat(refused.first().code()).isEqualTo("KUBERNETES-UNREACHABLE");
      assertThat(refused.first().detail())
          .contains("through the proxy http://127.0.0.1:")
          .doesNotContain("S3CRET");
    }
  }

  @Test
  void aClusterThatNeedNotExistYetHasNothing() throws IOException {
    String kubeconfig = ReplayServer.kubeconfig("https://127.0.0.1:" + closedPort(), "token: t");
    try (Fabric8Cluster cluster =
        new Fabric8Cluster(
            () -> Kubeconfig.parse(kubeconfig, "kubeconfig").context(Optional.empty()), true)) {
      ObjectKey key = new ObjectKey("v1", "ConfigMap", Optional.of("default"), "a");
      assertThat(cluster.kinds()).isEmpty();
      assertThat(cluster.get(key)).isEmpty();
      assertThat(cluster.list("v1", "ConfigMap", Optional.empty(), "")).isEmpty();
      cluster.mustAnswer();
      assertThat(catchThrowableOfType(ProviderException.class, cluster::kinds).first().code())
          .isEqualTo("KUBERNETES-UNREACHABLE");
    }
  }

  private static ProviderException failure(String server) {
    try (Fabric8Cluster cluster = Fabric8Cluster.of(ReplayServer.kubeconfig(server, "token: t"))) {
      return catchThrowableOfType(ProviderException.class, cluster::kinds);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Sends the same bytes to whoever connects, and ends the connection. */
  private static final class Answering implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    Answering(String bytes) throws IOException {
      Thread.ofVirtual()
          .start(
              () -> {
                while (!socket.isClosed()) {
                  try (Socket peer = socket.accept()) {
                    peer.getInputStream().read(new byte[4096]);
                    OutputStream out = peer.getOutputStream();
                    out.write(bytes.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                  } catch (IOException _) {
                    // The peer went away, or the test is over.
                  }
                }
              });
    }

    int port() {
      return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
