package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.Endpoint;
import dev.slipway.milvus.MilvusOutputs;
import io.milvus.v2.client.ConnectConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and as whom to connect.
 *
 * @param login empty if the endpoint asks for none
 * @param trust empty without TLS
 */
record Address(URI uri, Optional<Login> login, Optional<Trust> trust) {
  private static final Duration CALL = Duration.ofSeconds(20);

  /** As whom. */
  record Login(String user, String password) {}

  /** Whose certificate for which name is trusted. */
  record Trust(Path caFile, String serverName) {}

  static Address of(Endpoint endpoint, Access access) {
    return new Address(
        URI.create(endpoint.output(MilvusOutputs.URI)),
        access.authentication()
            ? Optional.of(
                new Login(
                    endpoint.output(MilvusOutputs.USER), endpoint.output(MilvusOutputs.PASSWORD)))
            : Optional.empty(),
        access.tls()
            ? Optional.of(
                new Trust(
                    Path.of(endpoint.output(MilvusOutputs.CA_FILE)),
                    endpoint.output(MilvusOutputs.SERVER_NAME)))
            : Optional.empty());
  }

  Address withPassword(String other) {
    return new Address(uri, login.map(known -> new Login(known.user(), other)), trust);
  }

  /** The user's name; empty if there is none. */
  String user() {
    return login.map(Login::user).orElse("");
  }

  /**
   * @param patience how long the client waits for the connection
   */
  ConnectConfig config(Duration patience) {
    ConnectConfig config =
        ConnectConfig.builder()
            .uri(uri.toString())
            .connectTimeoutMs(patience.toMillis())
            .rpcDeadlineMs(CALL.toMillis())
            .build();
    login.ifPresent(
        known -> {
          config.setUsername(known.user());
          config.setPassword(known.password());
        });
    trust.ifPresent(
        known -> {
          config.setServerPemPath(known.caFile().toString());
          config.setServerName(known.serverName());
        });
    return config;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return uri + login.map(known -> " as " + known.user()).orElse("");
  }
}
