package dev.slipway.local.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.InetSocketAddress;

/** Tells without authentication whether the back end accepts connections. */
final class Health {
  private static final String PATH = "/healthz";
  private static final int CONNECT_TIMEOUT_MS = 1_000;

  private final NetClient client;
  private final InetSocketAddress upstream;

  Health(Vertx vertx, InetSocketAddress upstream) {
    this.client =
        vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS));
    this.upstream = upstream;
  }

  boolean isAsked(HttpServerRequest request) {
    return PATH.equals(request.path())
        && (HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method()));
  }

  void answer(HttpServerRequest request) {
    HttpServerResponse response =
        request.response().putHeader("content-type", "text/plain; charset=utf-8");
    client
        .connect(upstream.getPort(), upstream.getAddress().getHostAddress())
        .onSuccess(NetSocket::close)
        .onComplete(
            _ -> response.end("OK"),
            cause ->
                response
                    .setStatusCode(503)
                    .end(
                        "The back end at %s accepts no connections: %s\n"
                            .formatted(GatewayConfig.text(upstream), reason(cause))));
  }

  /** Why a connection failed, without the address that the failure's own message repeats. */
  static String reason(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
  }
}
