package dev.slipway.kubernetes.chart.generated;

import dev.slipway.kubernetes.object.ApiObject;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Keeps what a chart made up: passwords, keys, certificates. What differs between two renderings of
 * the same chart with the same values was made up, and what was made up the last time stays. See
 * decision 0011.
 */
public final class GeneratedValues {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32,128}");

  /** Shorter words may stand in a text for other reasons. */
  private static final int SHORTEST = 6;

  private final Map<String, ApiObject> second;
  private final Map<String, ApiObject> last;

  /** What was made up now, with what was made up then. */
  private final Map<String, String> kept = new HashMap<>();

  private GeneratedValues(Map<String, ApiObject> second, Map<String, ApiObject> last) {
    this.second = second;
    this.last = last;
  }

  /**
   * The rendering with what was made up the last time.
   *
   * @param first objects by a name that tells them apart
   * @param again renders once more
   * @param last what was rendered the last time; empty if nothing is known of it
   */
  public static SortedMap<String, ApiObject> keep(
      SortedMap<String, ApiObject> first,
      Supplier<SortedMap<String, ApiObject>> again,
      Map<String, ApiObject> last) {
    if (last.isEmpty() || first.equals(last)) {
      return first;
    }
    SortedMap<String, ApiObject> second = again.get();
    if (second.equals(first)) {
      return first;
    }
    return new GeneratedValues(second, last).merge(first);
  }

  private SortedMap<String, ApiObject> merge(SortedMap<String, ApiObject> first) {
    SortedMap<String, ApiObject> merged = pass(first, false);
    // What changed for another reason may hold what was made up and kept elsewhere.
    boolean configChanged =
        merged.entrySet().stream()
            .filter(entry -> entry.getValue().kind().matches("Secret|ConfigMap"))
            .anyMatch(entry -> !entry.getValue().equals(last.get(entry.getKey())));
    return configChanged || !merged.equals(last) ? pass(first, configChanged) : merged;
  }

  private SortedMap<String, ApiObject> pass(
      SortedMap<String, ApiObject> first, boolean configChanged) {
    SortedMap<String, ApiObject> merged = new TreeMap<>();
    first.forEach(
        (name, object) -> {
          if (second.containsKey(name)) {
            Object tree =
                tree(
                    new Place(object.kind().equals("Secret"), false, false, configChanged),
                    object.tree(),
                    second.get(name).tree(),
                    last.containsKey(name) ? last.get(name).tree() : null);
            merged.put(name, new ApiObject(cast(tree)));
          } else {
            merged.put(name, object);
          }
        });
    return merged;
  }

  /**
   * Where in an object a value stands.
   *
   * @param secret whether in a Secret
   * @param data whether in a Secret's data, where texts are base64
   * @param annotation whether in annotations
   * @param configChanged whether the release's configuration changed, so that its digests must
   */
  private record Place(boolean secret, boolean data, boolean annotation, boolean configChanged) {
    Place below(String key) {
      return new Place(
          secret,
          data || (secret && key.equals("data")),
          annotation || key.equals("annotations"),
          configChanged);
    }
  }

  private Object tree(Place place, Object first, Object second, Object last) {
    if (first.equals(second)) {
      return first;
    }
    if (first instanceof Map<?, ?> map && second instanceof Map<?, ?> other) {
      Map<String, Object> merged = new TreeMap<>();
      map.forEach(
          (key, value) -> {
            Object counterpart = other.get(key);
            Object before = last instanceof Map<?, ?> known ? known.get(key) : null;
            merged.put(
                key.toString(),
                counterpart == null
                    ? value
                    : tree(place.below(key.toString()), value, counterpart, before));
          });
      return merged;
    }
    if (first instanceof List<?> list
        && second instanceof List<?> other
        && list.size() == other.size()) {
      List<Object> merged = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        Object before =
            last instanceof List<?> known && known.size() == list.size() ? known.get(i) : null;
        merged.add(tree(place, list.get(i), other.get(i), before));
      }
      return merged;
    }
    return leaf(place, first, second, last);
  }

  private Object leaf(Place place, Object first, Object second, Object last) {
    if (!(first instanceof String text) || !(second instanceof String other)) {
      return last != null && last.getClass() == first.getClass() ? last : first;
    }
    String before = last instanceof String known ? known : null;
    if (place.annotation() && place.configChanged() && DIGEST.matcher(text).matches()) {
      return text;
    }
    if (!place.data()) {
      return merged(text, other, before);
    }
    String plain = decoded(text);
    String plainOther = decoded(other);
    if (plain == null || plainOther == null) {
      return before == null ? text : before;
    }
    String merged = merged(plain, plainOther, before == null ? null : decoded(before));
    return Base64.getEncoder().encodeToString(merged.getBytes(StandardCharsets.UTF_8));
  }

  private String merged(String first, String second, String last) {
    if (last != null && GeneratedText.sameBut(first, second, last, kept)) {
      return last;
    }
    String merged = first;
    for (Map.Entry<String, String> word : kept.entrySet()) {
      if (word.getKey().length() >= SHORTEST && !second.contains(word.getKey())) {
        merged = merged.replace(word.getKey(), word.getValue());
      }
    }
    return merged;
  }

  private static String decoded(String base64) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return null;
    }
  }

  @SuppressWarnings("unchecked") // a map stays a map
  private static Map<String, Object> cast(Object tree) {
    return (Map<String, Object>) tree;
  }
}
