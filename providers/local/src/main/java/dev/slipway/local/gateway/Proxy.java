package dev.slipway.local.gateway;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Answers each request: by the back end if the caller is let through, else by a refusal. */
final class Proxy implements Handler<HttpServerRequest> {
  private static final System.Logger LOG = System.getLogger(Proxy.class.getName());
  private static final int CONNECT_TIMEOUT_MS = 2_000;

  /** Connections to the back end; a further one is opened only when its streams are used up. */
  private static final int MAX_CONNECTIONS = 8;

  private final HttpClient client;
  private final InetSocketAddress upstream;
  private final Authentication authentication;
  private final Health health;
  private boolean down;

  Proxy(Vertx vertx, GatewayConfig config) {
    this.upstream = config.upstream();
    this.authentication = new Authentication(config.credentials());
    this.health = new Health(vertx, upstream);
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setInitialSettings(Http2.settings())
                .setHttp2ConnectionWindowSize(Http2.CONNECTION_WINDOW_BYTES)
                .setDefaultHost(upstream.getAddress().getHostAddress())
                .setDefaultPort(upstream.getPort()),
            new PoolOptions().setHttp2MaxSize(MAX_CONNECTIONS));
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (health.isAsked(request)) {
      health.answer(request);
      return;
    }
    Optional<String> authorization = Optional.ofNullable(request.getHeader("authorization"));
    if (Grpc.isCall(request)) {
      Optional<String> refusal = authentication.refuseGrpc(authorization);
      if (refusal.isPresent()) {
        Grpc.fail(request.response(), Grpc.UNAUTHENTICATED, refusal.get());
        return;
      }
    } else if (!authentication.acceptsHttp(authorization)) {
      refuseHttp(request.response());
      return;
    }
    forward(request);
  }

  private void forward(HttpServerRequest request) {
    request.pause();
    RequestOptions options =
        new RequestOptions().setMethod(request.method()).setURI(request.uri()).setTimeout(0);
    client
        .request(options)
        .onComplete(back -> exchange(request, back), cause -> unavailable(request, cause));
  }

  private void exchange(HttpServerRequest request, HttpClientRequest back) {
    if (request.response().closed()) {
      back.reset();
      return;
    }
    if (down) {
      down = false;
      LOG.log(System.Logger.Level.INFO, "the back end at {0} answers again", address());
    }
    HostAndPort authority = request.authority();
    if (authority != null) {
      back.authority(authority);
    }
    new Exchange(request, back, cause -> unavailable(request, cause)).run();
  }

  private void unavailable(HttpServerRequest request, Throwable cause) {
    if (!down) {
      down = true;
      LOG.log(System.Logger.Level.WARNING, "the back end at {0} is down: {1}", address(), cause);
    }
    HttpServerResponse response = request.response();
    String message =
        "The gateway can't reach the back end at "
            + address()
            + " ("
            + Health.reason(cause)
            + "). It is tried anew with each call.";
    if (response.closed() || response.ended()) {
      return;
    }
    if (Grpc.isCall(request)) {
      Grpc.fail(response, Grpc.UNAVAILABLE, message);
    } else if (response.headWritten()) {
      response.reset();
    } else {
      response.setStatusCode(502).putHeader("content-type", "text/plain; charset=utf-8");
      response.end(message + "\n");
    }
    request.resume();
  }

  private String address() {
    return GatewayConfig.text(upstream);
  }

  private static void refuseHttp(HttpServerResponse response) {
    response
        .setStatusCode(401)
        .putHeader("www-authenticate", "Basic realm=\"restricted\", charset=\"UTF-8\"")
        .putHeader("content-type", "application/json; charset=utf-8")
        .end("{\"code\":1800,\"message\":\"user hasn't authenticated\"}");
  }
}
