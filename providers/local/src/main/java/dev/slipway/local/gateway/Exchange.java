package dev.slipway.local.gateway;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import java.util.function.Consumer;

/**
 * One request on its way to the back end and the answer on its way back, both as streams: a side
 * that doesn't read stops the other from sending. Runs on one event loop.
 */
final class Exchange {
  /** HTTP/2 error code: the one who asked has lost interest. */
  private static final long CANCEL = 8;

  private final HttpServerRequest front;
  private final HttpServerResponse answer;
  private final HttpClientRequest back;
  private final Consumer<Throwable> onLost;
  private boolean over;

  /**
   * @param front paused
   * @param onLost called when the back end goes away in the middle
   */
  Exchange(HttpServerRequest front, HttpClientRequest back, Consumer<Throwable> onLost) {
    this.front = front;
    this.answer = front.response();
    this.back = back;
    this.onLost = onLost;
  }

  void run() {
    answer.exceptionHandler(_ -> cancel());
    answer.closeHandler(_ -> cancel());
    back.exceptionHandler(_ -> {}); // The same failure fails the response, below.
    back.response().onComplete(this::respond, this::lost);
    Headers.copyRequest(front.headers(), back.headers());
    if (back.headers().get("content-length") == null) {
      back.setChunked(true);
    }
    // Messages of a stream may come much later than its head.
    back.writeHead();
    // Whether the request's stream broke is told by the answer's handlers; whether the back end
    // took it, by its response.
    front.pipe().endOnFailure(false).to(back);
  }

  private void respond(HttpClientResponse from) {
    if (over) {
      return;
    }
    from.pause();
    answer.setStatusCode(from.statusCode());
    Headers.copyResponse(from.headers(), answer.headers());
    boolean bodiless =
        HttpMethod.HEAD.equals(front.method())
            || from.statusCode() == 204
            || from.statusCode() == 304;
    if (!bodiless && answer.headers().get("content-length") == null) {
      answer.setChunked(true);
    }
    // An error without messages must stay one single frame of headers, so it waits for the end.
    if (from.getHeader("grpc-status") == null) {
      answer.writeHead();
    }
    from.pipe()
        .endOnFailure(false)
        .endOnSuccess(false)
        .to(answer)
        .onComplete(_ -> finish(from), this::lost);
  }

  private void finish(HttpClientResponse from) {
    if (over) {
      return;
    }
    over = true;
    if (!from.trailers().isEmpty()) {
      Headers.copyResponse(from.trailers(), answer.trailers());
    }
    answer.end();
    if (!front.isEnded()) {
      back.reset(CANCEL);
    }
    discardRest();
  }

  /** The answer is complete before the request is: what is still coming is of no use any more. */
  private void discardRest() {
    if (!front.isEnded()) {
      front.handler(_ -> {});
      front.resume();
    }
  }

  private void cancel() {
    if (!over) {
      over = true;
      back.reset(CANCEL);
    }
  }

  private void lost(Throwable cause) {
    if (over || answer.closed()) {
      return;
    }
    over = true;
    if (cause instanceof StreamResetException reset) {
      refused(reset.getCode());
    } else {
      back.reset(CANCEL);
      onLost.accept(cause);
    }
    discardRest();
  }

  /** The back end is there but gave this request up; HTTP/1.1 has no way to pass its code on. */
  private void refused(long code) {
    if (front.version() == HttpVersion.HTTP_2 || answer.headWritten()) {
      answer.reset(code);
    } else {
      answer
          .setStatusCode(502)
          .putHeader("content-type", "text/plain; charset=utf-8")
          .end("The back end gave the request up (HTTP/2 stream reset, code " + code + ").\n");
    }
  }
}
