package dev.slipway.local.gateway;

import dev.slipway.engine.diagnostic.Diagnostic;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A TLS reverse proxy that speaks HTTP/2, gRPC and HTTP/1.1 to clients and plaintext HTTP/2 to one
 * back end, lets only one user through, and answers {@code GET /healthz} itself.
 */
public final class Gateway implements AutoCloseable {
  /** What calls that are under way are given to end when the gateway closes. */
  private static final Duration GRACE = Duration.ofSeconds(8);

  private static final Duration START_TIMEOUT = Duration.ofSeconds(30);

  /** Streams that one client may cancel in 30 seconds: deadlines cancel calls too. */
  private static final int MAX_RESETS = 100_000;

  private final Vertx vertx;
  private final HttpServer server;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Gateway(Vertx vertx, HttpServer server) {
    this.vertx = vertx;
    this.server = server;
  }

  /**
   * Starts to listen; returns when connections are accepted.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the address can't be listened on
   *     or the certificate and key are of no use
   */
  public static Gateway start(GatewayConfig config) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    try {
      ServerCertificate certificate = new ServerCertificate(config.certificate(), config.key());
      HttpServer server =
          vertx
              .createHttpServer(options(config).setKeyCertOptions(certificate.load()))
              .requestHandler(new Proxy(vertx, config))
              .exceptionHandler(_ -> {});
      listen(vertx, server, config);
      certificate.watch(vertx, server);
      return new Gateway(vertx, server);
    } catch (RuntimeException e) {
      vertx.close();
      throw e;
    }
  }

  private static HttpServerOptions options(GatewayConfig config) {
    return new HttpServerOptions()
        .setHost(config.listen().getAddress().getHostAddress())
        .setPort(config.listen().getPort())
        .setSsl(true)
        .setUseAlpn(true)
        .setInitialSettings(Http2.settings())
        .setHttp2ConnectionWindowSize(Http2.CONNECTION_WINDOW_BYTES)
        .setHttp2RstFloodMaxRstFramePerWindow(MAX_RESETS);
  }

  private static void listen(Vertx vertx, HttpServer server, GatewayConfig config) {
    CompletableFuture<HttpServer> listening = new CompletableFuture<>();
    vertx.runOnContext(
        _ -> server.listen().onComplete(listening::complete, listening::completeExceptionally));
    String address = GatewayConfig.text(config.listen());
    try {
      listening.get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BindException bind
          ? inUse(address, bind)
          : ServerCertificate.unusable(config.certificate(), e.getCause());
    } catch (TimeoutException e) {
      throw inUse(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw inUse(address, e);
    }
  }

  private static RuntimeException inUse(String address, Exception cause) {
    return Diagnostic.environment(
            "GATEWAY-CANNOT-LISTEN",
            "The gateway can't listen",
            "The gateway can't listen on " + address + ": " + cause.getMessage() + ".",
            "Another program most likely uses the port. Stop it, or choose another port in the"
                + " stack file.")
        .asException(cause);
  }

  /** The port that it listens on. */
  public int port() {
    return server.actualPort();
  }

  /**
   * Takes no new connections, tells clients to make no new calls (HTTP/2 GOAWAY), gives those under
   * way some seconds to end, and stops.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    // One after the other: the first ends on an event loop that the second takes away.
    await(server.shutdown(GRACE.toSeconds(), TimeUnit.SECONDS));
    await(vertx.close());
  }

  private static void await(Future<Void> step) {
    step.toCompletionStage()
        .toCompletableFuture()
        .orTimeout(GRACE.toSeconds() + 2, TimeUnit.SECONDS)
        .exceptionally(_ -> null)
        .join();
  }
}
