package dev.slipway.kubernetes.release;

import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.object.ApiObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Slipway notes beside a revision that it wrote, to see later whether it is still what is
 * wanted. It stands in an annotation, since Helm passes a release's labels on to revisions of its
 * own, but not the annotations.
 *
 * @param content fingerprint of the content
 * @param holes fingerprint of each value in it, by marker
 */
record Written(
    String chart,
    String chartVersion,
    String appVersion,
    String content,
    SortedMap<String, String> holes) {
  static final String ANNOTATION = "slipway.dev/release";

  /** What a spec without references makes be written. */
  static Written of(ReleaseSpec spec) {
    SortedMap<String, String> holes = new TreeMap<>();
    spec.holes().forEach((marker, value) -> holes.put(marker, digest(value).toString()));
    return new Written(
        spec.chart(),
        spec.chartVersion(),
        spec.appVersion(),
        digest(spec.content()).toString(),
        holes);
  }

  /** A value's fingerprint; a reference that isn't resolved stays as it is. */
  static Object digest(Value<String> value) {
    return switch (value) {
      case Value.Secret<String> secret -> shorten(secret.fingerprint());
      case Value.Known<String>(String text) -> shorten(hash(text));
      case Value.Ref<String> ref -> ref;
    };
  }

  private static String shorten(String digest) {
    return digest.substring(0, Math.min(16, digest.length()));
  }

  static Optional<Written> in(ApiObject secret) {
    return Optional.ofNullable(secret.annotations().get(ANNOTATION)).flatMap(Written::parse);
  }

  private static Optional<Written> parse(String json) {
    try {
      ApiObject tree = new ApiObject(ReleaseCodec.parse(json));
      SortedMap<String, String> holes = new TreeMap<>();
      if (tree.at("holes").orElse(Map.of()) instanceof Map<?, ?> map) {
        map.forEach((marker, digest) -> holes.put(marker.toString(), digest.toString()));
      }
      return Optional.of(
          new Written(
              tree.text("chart").orElse(""),
              tree.text("chartVersion").orElse(""),
              tree.text("appVersion").orElse(""),
              tree.text("content").orElse(""),
              holes));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  String json() {
    return ReleaseCodec.print(this);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
