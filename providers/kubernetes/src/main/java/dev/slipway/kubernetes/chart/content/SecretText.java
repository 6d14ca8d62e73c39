package dev.slipway.kubernetes.chart.content;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.kubernetes.object.ApiObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a Secret holds, in its several forms. */
public final class SecretText {
  private static final String DATA = "data";
  private static final String STRING_DATA = "stringData";

  private SecretText() {}

  public static boolean isSecret(ApiObject object) {
    return object.kind().equals("Secret") && object.apiVersion().equals("v1");
  }

  /**
   * Everything that a Secret holds, base64-encoded, by key.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if something isn't base64
   */
  public static SortedMap<String, String> data(ApiObject secret, String source) {
    SortedMap<String, String> data = new TreeMap<>();
    each(
        secret,
        DATA,
        (key, value) -> {
          try {
            data.put(key, encode(Base64.getDecoder().decode(value.replaceAll("\\s", ""))));
          } catch (IllegalArgumentException e) {
            throw notBase64(secret, key, source).asException(e);
          }
        });
    each(
        secret,
        STRING_DATA,
        (key, value) -> data.put(key, encode(value.getBytes(StandardCharsets.UTF_8))));
    return data;
  }

  /**
   * The Secret with everything in {@code data}, but what holds markers in {@code stringData}, where
   * they can be replaced.
   */
  public static ApiObject tidy(ApiObject secret, String source, Collection<String> markers) {
    SortedMap<String, Object> encoded = new TreeMap<>();
    SortedMap<String, Object> plain = new TreeMap<>();
    data(secret, source)
        .forEach(
            (key, value) -> {
              Optional<String> text = decode(value);
              if (text.isPresent() && markers.stream().anyMatch(text.get()::contains)) {
                plain.put(key, text.get());
              } else {
                encoded.put(key, value);
              }
            });
    ApiObject bare = bare(secret);
    ApiObject tidied = encoded.isEmpty() ? bare : bare.with(encoded, DATA);
    return plain.isEmpty() ? tidied : tidied.with(plain, STRING_DATA);
  }

  /** The Secret without what it holds. */
  public static ApiObject bare(ApiObject secret) {
    return secret.without(DATA).without(STRING_DATA);
  }

  /** The text, if it is one. */
  public static Optional<String> decode(String base64) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
              .toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static void each(
      ApiObject secret, String field, java.util.function.BiConsumer<String, String> entry) {
    if (secret.at(field).orElse(Map.of()) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> entry.accept(key.toString(), value.toString()));
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Diagnostic notBase64(ApiObject secret, String key, String source) {
    return Diagnostic.user(
        "KUBERNETES-SECRET-NOT-BASE64",
        "What a Secret holds is not base64",
        "The %s in %s holds under data.%s something that is not base64."
            .formatted(secret.key(), source, key),
        "Encode it, or put it under stringData as it is.");
  }
}
