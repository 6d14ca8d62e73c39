package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.object.ObjectKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Paths of the API. */
final class Paths {
  private Paths() {}

  static String group(String apiVersion) {
    return (apiVersion.indexOf('/') < 0 ? "/api/" : "/apis/") + apiVersion;
  }

  /** Where the objects of a kind are; of all namespaces if none is given. */
  static String of(Kinds.Kind kind, Optional<String> namespace) {
    String within =
        kind.namespaced() ? namespace.map(space -> "/namespaces/" + encoded(space)).orElse("") : "";
    return group(kind.apiVersion()) + within + "/" + kind.plural();
  }

  static String of(Kinds.Kind kind, ObjectKey key) {
    return of(kind, Optional.of(key.namespace().orElse("default"))) + "/" + encoded(key.name());
  }

  /** As part of a path or a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
