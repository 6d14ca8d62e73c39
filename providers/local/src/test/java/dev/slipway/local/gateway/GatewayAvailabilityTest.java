package dev.slipway.local.gateway;

import static dev.slipway.local.gateway.RunningGateway.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.diagnostic.DiagnosticException;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway says what is wrong while its back end is away, and serves again when it is back. */
final class GatewayAvailabilityTest {
  @TempDir Path folder;
  private BackEnd backEnd;
  private RunningGateway running;

  @BeforeEach
  void start() throws Exception {
    backEnd = new BackEnd(0);
    running = new RunningGateway(folder, backEnd.port());
  }

  @AfterEach
  void stop() {
    running.close();
    backEnd.close();
  }

  @Test
  void healthIsToldOverBothVersionsOfHttp() throws Exception {
    for (HttpClient.Version version : HttpClient.Version.values()) {
      HttpResponse<String> answer = get(version, "/healthz");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("OK");
      assertThat(answer.version()).isEqualTo(version);
    }
  }

  @Test
  void healthTellsWhyTheBackEndIsAway() throws Exception {
    int port = backEnd.port();
    backEnd.close();

    HttpResponse<String> answer = get(HttpClient.Version.HTTP_1_1, "/healthz");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("127.0.0.1:" + port).contains("Connection refused");
  }

  @Test
  void callsFailClearlyWhileTheBackEndIsAwayAndPassWhenItIsBack() throws Exception {
    ManagedChannel channel = running.channel();
    try {
      assertThat(echo(channel)).hasSize(5);
      int port = backEnd.port();
      backEnd.close();

      assertThatThrownBy(() -> echo(channel))
          .hasMessageContaining("UNAVAILABLE: The gateway can't reach the back end at 127.0.0.1:");
      HttpResponse<String> plain = get(HttpClient.Version.HTTP_1_1, "/anything");
      assertThat(plain.statusCode()).isEqualTo(502);
      assertThat(plain.body()).contains("can't reach the back end");

      backEnd = new BackEnd(port);
      assertThat(echo(channel)).hasSize(5);
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void callUnderWayFailsWhenTheBackEndDies() throws Exception {
    try (Wire wire = new Wire(backEnd.port());
        RunningGateway cuttable =
            new RunningGateway(Files.createDirectory(folder.resolve("other")), wire.port())) {
      ManagedChannel channel = cuttable.channel();
      CompletableFuture<Void> ended = new CompletableFuture<>();
      BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
      StreamObserver<byte[]> to = chat(channel, answers, ended);
      to.onNext(new byte[1]);
      assertThat(answers.poll(20, TimeUnit.SECONDS)).hasSize(1);

      wire.cut();

      assertThatThrownBy(() -> ended.get(20, TimeUnit.SECONDS))
          .hasMessageContaining("UNAVAILABLE: The gateway");
      channel.shutdownNow();
    }
  }

  @Test
  void callUnderWayMayEndWhileTheGatewayCloses() throws Exception {
    ManagedChannel channel = running.channel();
    try {
      CompletableFuture<Void> ended = new CompletableFuture<>();
      BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
      StreamObserver<byte[]> to = chat(channel, answers, ended);
      to.onNext(new byte[1]);
      assertThat(answers.poll(20, TimeUnit.SECONDS)).hasSize(1);

      CompletableFuture<Void> closed = CompletableFuture.runAsync(running.gateway::close);
      awaitNoListener();
      to.onNext(new byte[2]);
      assertThat(answers.poll(20, TimeUnit.SECONDS)).hasSize(2);
      to.onCompleted();

      ended.get(20, TimeUnit.SECONDS);
      closed.get(20, TimeUnit.SECONDS);
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void clientThatDoesNotTrustTheAuthorityGetsNoConnection() throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("localhost", running.gateway.port())
            .useTransportSecurity()
            .build();
    try {
      assertThatThrownBy(
              () -> ClientCalls.blockingUnaryCall(channel, BackEnd.ECHO, within(20), new byte[1]))
          .hasStackTraceContaining("unable to find valid certification path");
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void newCertificateIsTakenWithoutRestart() throws Exception {
    X509Certificate before = served();

    running.certificates.issue(List.of("localhost", "milvus.localhost"));

    Instant deadline = Instant.now().plusSeconds(30);
    X509Certificate now = served();
    while (now.equals(before) && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
      now = served();
    }
    assertThat(now.getSubjectAlternativeNames())
        .anySatisfy(n -> assertThat(n.get(1)).isEqualTo("milvus.localhost"));
    assertThat(get(HttpClient.Version.HTTP_2, "/healthz").version())
        .isEqualTo(HttpClient.Version.HTTP_2);
  }

  @Test
  void portInUseIsToldAsSuch() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () -> startOn(taken.getLocalPort(), running.certificates.certificateFile()))
          .isInstanceOf(DiagnosticException.class)
          .hasMessageContaining("GATEWAY-CANNOT-LISTEN")
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void damagedCertificateIsToldAsSuch() throws Exception {
    Path damaged = Files.writeString(folder.resolve("damaged.pem"), "not a certificate");

    assertThatThrownBy(() -> startOn(0, damaged))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("GATEWAY-CERTIFICATE-UNUSABLE")
        .hasMessageContaining(damaged.toString());
  }

  private void startOn(int port, Path certificate) {
    Gateway.start(
            new GatewayConfig(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), backEnd.port()),
                certificate,
                running.certificates::key,
                new Credentials("root", "secret")))
        .close();
  }

  private X509Certificate served() throws Exception {
    try (SSLSocket socket =
        (SSLSocket)
            running
                .trust()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), running.gateway.port())) {
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  private void awaitNoListener() throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(deadline)) {
      try (var socket =
          new java.net.Socket(InetAddress.getLoopbackAddress(), running.gateway.port())) {
        assertThat(socket.isConnected()).isTrue();
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (java.io.IOException _) {
        return;
      }
    }
    throw new AssertionError("the gateway still listens");
  }

  private HttpResponse<String> get(HttpClient.Version version, String path) throws Exception {
    return running
        .http(version)
        .send(
            HttpRequest.newBuilder(running.uri(path))
                .timeout(Duration.ofSeconds(20))
                .header(
                    "authorization",
                    "Basic " + RunningGateway.token("root:" + RunningGateway.PASSWORD))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static byte[] echo(ManagedChannel channel) {
    CallOptions options = within(20);
    return ClientCalls.blockingUnaryCall(channel, BackEnd.ECHO, options, new byte[5]);
  }

  private static StreamObserver<byte[]> chat(
      ManagedChannel channel, BlockingQueue<byte[]> answers, CompletableFuture<Void> ended) {
    return ClientCalls.asyncBidiStreamingCall(
        channel.newCall(BackEnd.CHAT, within(60)), new Collecting(answers, ended));
  }
}
