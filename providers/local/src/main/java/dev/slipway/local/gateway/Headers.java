package dev.slipway.local.gateway;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which header fields pass the gateway. */
final class Headers {
  /** Fields that belong to one connection (RFC 9110, section 7.6.1), not to the message. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private Headers() {}

  /**
   * Copies a request's fields. The credentials end here, {@code host} travels as the authority, and
   * of {@code TE} only {@code trailers} goes on, which gRPC needs.
   */
  static void copyRequest(MultiMap from, MultiMap to) {
    copy(from, to, Set.of("authorization", "host"));
    if (from.getAll("te").stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("trailers"))) {
      to.set("te", "trailers");
    }
  }

  static void copyResponse(MultiMap from, MultiMap to) {
    copy(from, to, Set.of());
  }

  private static void copy(MultiMap from, MultiMap to, Set<String> without) {
    Set<String> dropped = new HashSet<>(without);
    for (String value : from.getAll("connection")) {
      for (String name : value.split(",", -1)) {
        dropped.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    for (Map.Entry<String, String> field : from) {
      String name = field.getKey().toLowerCase(Locale.ROOT);
      if (!name.startsWith(":") && !HOP_BY_HOP.contains(name) && !dropped.contains(name)) {
        to.add(name, field.getValue());
      }
    }
  }
}
