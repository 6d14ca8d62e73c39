package dev.slipway.milvus.proof;

import static dev.slipway.milvus.rig.MilvusBehindTls.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.milvus.MilvusOutputs;
import dev.slipway.milvus.rig.MilvusBehindTls;
import dev.slipway.milvus.rig.MilvusLite;
import dev.slipway.milvus.rig.TestAuthority;
import dev.slipway.milvus.rig.TestEndpoint;
import dev.slipway.milvus.rig.TestGateway;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectFailureTest {
  @TempDir static Path folder;
  private static MilvusBehindTls running;
  private static TestAuthority authority;
  private static TestEndpoint endpoint;

  @BeforeAll
  static void start() throws Exception {
    running = MilvusBehindTls.start(folder);
    authority = running.authority();
    endpoint = running.endpoint();
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void aWrongPasswordIsToldWithoutQuotingIt() {
    CheckFailure failure = connectFailure(endpoint.with(MilvusOutputs.PASSWORD, "s3cretMistake"));
    assertThat(failure)
        .hasMessageContaining("refused the user 'root'")
        .hasMessageNotContaining("s3cretMistake");
    assertThat(failure.fix()).contains("slipway up");
  }

  @Test
  void anEndpointThatLetsAWrongPasswordInFailsTheProof() throws Exception {
    try (TestGateway lax =
        new TestGateway(
            running.milvus().port(), authority.issue("localhost"), "not-the-password")) {
      Check refuses = MilvusProof.create().checks().get(1);
      TestEndpoint open = TestEndpoint.of(lax.port(), PASSWORD, authority.file());
      assertThat(failure(refuses, open)).hasMessageContaining("let it in");
    }
  }

  @Test
  void anUntrustedAuthorityIsTold() throws Exception {
    Path other = new TestAuthority(folder.resolve("other")).file();
    assertThat(connectFailure(endpoint.with(MilvusOutputs.CA_FILE, other.toString())))
        .hasMessageContaining("No trusted TLS connection")
        .hasMessageContaining(other.toString());
  }

  @Test
  void aCertificateForAnotherNameIsTold() {
    assertThat(connectFailure(endpoint.with(MilvusOutputs.SERVER_NAME, "milvus.test")))
        .hasMessageContaining("milvus.test");
  }

  @Test
  void aMissingAuthorityFileIsTold() {
    assertThat(connectFailure(endpoint.with(MilvusOutputs.CA_FILE, "/no/such/ca.pem")))
        .hasMessageContaining("/no/such/ca.pem can't be read");
  }

  @Test
  void aDamagedAuthorityFileIsTold() throws Exception {
    Path damaged = Files.writeString(folder.resolve("damaged.pem"), "no certificate\n");
    assertThat(connectFailure(endpoint.with(MilvusOutputs.CA_FILE, damaged.toString())))
        .hasMessageContaining("damaged");
  }

  @Test
  void aRefusedConnectionIsTold() throws Exception {
    assertThat(connectFailure(TestEndpoint.of(MilvusLite.freePort(), PASSWORD, authority.file())))
        .hasMessageContaining("Nothing accepts connections at https://localhost:")
        .hasMessageContaining("Connection refused");
  }

  @Test
  void aServerThatAcceptsAndNeverAnswersIsTold() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertThat(connectFailure(TestEndpoint.of(silent.getLocalPort(), PASSWORD, authority.file())))
          .hasMessageContaining("doesn't speak TLS");
    }
  }

  @Test
  void aGatewayWithoutAMilvusBehindItIsTold() throws Exception {
    try (TestGateway alone =
        new TestGateway(MilvusLite.freePort(), authority.issue("localhost"), PASSWORD)) {
      CheckFailure failure =
          connectFailure(TestEndpoint.of(alone.port(), PASSWORD, authority.file()));
      assertThat(failure).hasMessageContaining("couldn't be reached");
      assertThat(failure.fix()).contains("slipway status");
    }
  }

  private static CheckFailure connectFailure(TestEndpoint endpoint) {
    return failure(MilvusProof.create().checks().getFirst(), endpoint);
  }

  private static CheckFailure failure(Check check, TestEndpoint endpoint) {
    CheckFailure failure = catchThrowableOfType(CheckFailure.class, () -> check.run(endpoint));
    assertThat(failure).as("failure of " + check.name()).isNotNull();
    return failure;
  }
}
