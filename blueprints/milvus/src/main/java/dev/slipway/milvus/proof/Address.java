package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.Endpoint;
import dev.slipway.milvus.MilvusOutputs;
import io.milvus.v2.client.ConnectConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Where and as whom to connect. */
record Address(URI uri, String user, String password, Path caFile, String serverName) {
  private static final Duration CALL = Duration.ofSeconds(20);

  static Address of(Endpoint endpoint) {
    return new Address(
        URI.create(endpoint.output(MilvusOutputs.URI)),
        endpoint.output(MilvusOutputs.USER),
        endpoint.output(MilvusOutputs.PASSWORD),
        Path.of(endpoint.output(MilvusOutputs.CA_FILE)),
        endpoint.output(MilvusOutputs.SERVER_NAME));
  }

  Address withPassword(String other) {
    return new Address(uri, user, other, caFile, serverName);
  }

  /**
   * @param patience how long the client waits for the connection
   */
  ConnectConfig config(Duration patience) {
    return ConnectConfig.builder()
        .uri(uri.toString())
        .username(user)
        .password(password)
        .serverPemPath(caFile.toString())
        .serverName(serverName)
        .connectTimeoutMs(patience.toMillis())
        .rpcDeadlineMs(CALL.toMillis())
        .build();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return uri + " as " + user;
  }
}
