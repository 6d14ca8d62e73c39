package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.object.ApiObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the server answered. */
final class Answer {
  private static final int SHOWN = 500;

  private final int code;
  private final byte[] body;
  private final Optional<Duration> retryAfter;

  /**
   * @param retryAfter how long it asks to wait
   */
  Answer(int code, byte[] body, Optional<Duration> retryAfter) {
    this.code = code;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  int code() {
    return code;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  boolean ok() {
    return code >= 200 && code < 300;
  }

  /** Whether the server may answer otherwise in a moment: it is busy, or fails. */
  boolean isPassing() {
    return code == 429 || code >= 500;
  }

  /** The body as an object, if it is one. */
  Optional<ApiObject> parsed() {
    return Json.object(body);
  }

  /** The body as an object; one without content if it is none. */
  ApiObject object() {
    return parsed().orElse(new ApiObject(Map.of()));
  }

  /** The body as part of a list, if it is one. */
  Optional<Json.Page> page(Kinds.Kind kind) {
    return Json.page(body, kind.apiVersion(), kind.kind());
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Why it was refused, in the server's words. */
  String message() {
    return parsed()
        .flatMap(status -> status.text("message"))
        .orElseGet(() -> shortened(text().strip()));
  }

  private static String shortened(String text) {
    if (text.isEmpty()) {
      return "(no message)";
    }
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
