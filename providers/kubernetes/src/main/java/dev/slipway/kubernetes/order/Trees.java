package dev.slipway.kubernetes.order;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads parts of objects that may be anything. */
final class Trees {
  private Trees() {}

  static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  @SuppressWarnings("unchecked") // every map within an object's tree has text keys
  static ApiObject object(Object value) {
    return new ApiObject((Map<String, Object>) map(value));
  }

  static Optional<String> text(Object map, String key) {
    return map(map).get(key) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  static List<String> texts(Object map, String key) {
    return map(map).get(key) instanceof List<?> list
        ? list.stream().map(Objects::toString).toList()
        : List.of();
  }

  static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
