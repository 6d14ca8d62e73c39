package dev.slipway.local.gateway;

import static dev.slipway.local.gateway.RunningGateway.PASSWORD;
import static dev.slipway.local.gateway.RunningGateway.token;
import static dev.slipway.local.gateway.RunningGateway.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who isn't let through is told so in Milvus's words, and the back end never hears of it. */
final class GatewayAuthenticationTest {
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
  void wrongPasswordIsRefused() throws Exception {
    assertRefused(
        running.channel(token("root:" + PASSWORD + "x")),
        "auth check failure, please check username and password are correct");
  }

  @Test
  void wrongUserIsRefused() throws Exception {
    assertRefused(
        running.channel(token("admin:" + PASSWORD)),
        "auth check failure, please check username and password are correct");
  }

  @Test
  void missingCredentialsAreRefused() throws Exception {
    assertRefused(running.anonymous(), "missing authorization in header");
  }

  @Test
  void textThatIsNotBase64IsRefused() throws Exception {
    assertRefused(running.channel("root:" + PASSWORD), "invalid token format");
  }

  @Test
  void apiKeyIsRefused() throws Exception {
    assertRefused(
        running.channel(token("some-api-key")),
        "auth check failure, please check api key is correct");
  }

  @Test
  void plainRequestWithoutCredentialsIsRefusedAsMilvusDoes() throws Exception {
    HttpClient client = running.http(HttpClient.Version.HTTP_1_1);

    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(running.uri("/v2/vectordb/collections/list"))
                .header("authorization", "Basic " + token("root:wrong"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate")).get().asString().contains("Basic");
    assertThat(answer.body())
        .isEqualTo("{\"code\":1800,\"message\":\"user hasn't authenticated\"}");
    assertThat(backEnd.calls()).isZero();
  }

  @Test
  void credentialsDoNotPrintThePassword() {
    assertThat(new Credentials("root", PASSWORD)).hasToString("Credentials[user=root]");
  }

  private void assertRefused(ManagedChannel channel, String message) {
    try {
      StatusRuntimeException error =
          catchThrowableOfType(
              StatusRuntimeException.class,
              () -> ClientCalls.blockingUnaryCall(channel, BackEnd.ECHO, within(30), new byte[1]));
      assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
      assertThat(error.getStatus().getDescription()).isEqualTo(message);
      assertThat(backEnd.calls()).isZero();
    } finally {
      channel.shutdownNow();
    }
  }
}
