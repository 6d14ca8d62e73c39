package dev.slipway.kubernetes.release;

import dev.slipway.kubernetes.object.ApiObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form in which Helm 3 and 4 keep a release: JSON, compressed by gzip, in Base64, as the value
 * {@code release} of a Secret, which encodes it in Base64 once more (Helm's {@code
 * pkg/storage/driver/util.go}).
 */
final class ReleaseCodec {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private ReleaseCodec() {}

  /** What stands in the Secret's {@code data.release}. */
  static String encode(Map<String, Object> release) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(JSON.writeValueAsBytes(release));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    byte[] inner = Base64.getEncoder().encode(bytes.toByteArray());
    return Base64.getEncoder().encodeToString(inner);
  }

  /** The release in a Secret, if it is one that can be read. */
  static Optional<Map<String, Object>> decode(ApiObject secret) {
    try {
      String outer = secret.text("data", "release").orElse("");
      byte[] zipped = Base64.getDecoder().decode(Base64.getDecoder().decode(outer));
      try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
        return Optional.of(JSON.readValue(zip.readAllBytes(), TREE));
      }
    } catch (IOException | IllegalArgumentException | JacksonException _) {
      return Optional.empty();
    }
  }

  /**
   * A tree from JSON.
   *
   * @throws IllegalArgumentException if it is none; without the text, which may hold secrets
   */
  static Map<String, Object> parse(String json) {
    try {
      return JSON.readValue(json, TREE);
    } catch (JacksonException _) {
      throw new IllegalArgumentException("not the JSON of a release");
    }
  }

  static String print(Object tree) {
    return JSON.writeValueAsString(tree);
  }

  /** How many bytes a Secret's value has that is encoded like this. */
  static int size(String encoded) {
    return Base64.getDecoder().decode(encoded.getBytes(StandardCharsets.ISO_8859_1)).length;
  }
}
