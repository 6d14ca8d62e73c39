package dev.slipway.local.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;

/** The little of the gRPC protocol over HTTP/2 that a proxy must speak itself. */
final class Grpc {
  static final int UNAVAILABLE = 14;
  static final int UNAUTHENTICATED = 16;

  private static final String CONTENT_TYPE = "application/grpc";

  private Grpc() {}

  static boolean isCall(HttpServerRequest request) {
    String contentType = request.getHeader("content-type");
    return contentType != null && contentType.startsWith(CONTENT_TYPE);
  }

  /**
   * Ends a call with an error status: in the trailers if messages have begun to flow, else as a
   * trailers-only response.
   */
  static void fail(HttpServerResponse response, int status, String message) {
    boolean begun = response.headWritten();
    if (!begun) {
      response.setStatusCode(200).putHeader("content-type", CONTENT_TYPE);
    }
    var fields = begun ? response.trailers() : response.headers();
    fields.set("grpc-status", Integer.toString(status)).set("grpc-message", encode(message));
    response.end();
  }

  /** Percent-encoding of {@code grpc-message}: everything but printable ASCII, and the percent. */
  static String encode(String message) {
    StringBuilder encoded = new StringBuilder(message.length());
    for (byte octet : message.getBytes(StandardCharsets.UTF_8)) {
      if (octet >= 0x20 && octet <= 0x7e && octet != '%') {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(String.format("%02X", octet));
      }
    }
    return encoded.toString();
  }
}
