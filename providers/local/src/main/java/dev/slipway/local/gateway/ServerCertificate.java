package dev.slipway.local.gateway;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Supplier;

/** What the gateway shows of itself; taken anew when its file changes, without a restart. */
final class ServerCertificate {
  private static final System.Logger LOG = System.getLogger(ServerCertificate.class.getName());
  private static final long LOOK_EVERY_MS = 1_000;

  private final Path file;
  private final Supplier<String> key;
  private FileTime loaded = FileTime.fromMillis(0);

  ServerCertificate(Path file, Supplier<String> key) {
    this.file = file;
    this.key = key;
  }

  /**
   * @throws DiagnosticException if the file or the key can't be read
   */
  PemKeyCertOptions load() {
    try {
      loaded = Files.getLastModifiedTime(file);
      return new PemKeyCertOptions()
          .setCertValue(Buffer.buffer(Files.readAllBytes(file)))
          .setKeyValue(Buffer.buffer(key.get()));
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** From now on the server takes what is new in the file, for connections made after that. */
  void watch(Vertx vertx, HttpServer server) {
    vertx.setPeriodic(
        LOOK_EVERY_MS,
        _ -> {
          if (changed()) {
            reload(server);
          }
        });
  }

  private boolean changed() {
    try {
      return !Files.getLastModifiedTime(file).equals(loaded);
    } catch (IOException _) {
      return false; // It is being replaced, or the stack is on its way down.
    }
  }

  private void reload(HttpServer server) {
    try {
      ServerSSLOptions options = new ServerSSLOptions();
      options.setKeyCertOptions(load()).setApplicationLayerProtocols(List.of("h2", "http/1.1"));
      server
          .updateSSLOptions(options)
          .onComplete(
              _ -> LOG.log(System.Logger.Level.INFO, "the new certificate in {0} is in use", file),
              this::keepOld);
    } catch (DiagnosticException e) {
      keepOld(e);
    }
  }

  private void keepOld(Throwable cause) {
    LOG.log(
        System.Logger.Level.WARNING,
        "the new certificate in {0} is of no use, the old one stays in use: {1}",
        file,
        Health.reason(cause));
  }

  static DiagnosticException unusable(Path file, Throwable cause) {
    return Diagnostic.environment(
            "GATEWAY-CERTIFICATE-UNUSABLE",
            "The gateway's certificate is of no use",
            "The certificate in "
                + file
                + " and its private key can't be used: "
                + Health.reason(cause)
                + ".",
            "Delete the file and run `slipway up` again: it issues a new certificate.")
        .asException(cause);
  }
}
