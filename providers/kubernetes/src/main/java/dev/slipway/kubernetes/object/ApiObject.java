package dev.slipway.kubernetes.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object of the Kubernetes API as a tree of maps, lists and scalars. Nulls are left out, whole
 * numbers are {@code Long}s, others {@code Double}s; the tree can't be changed.
 */
public record ApiObject(Map<String, Object> tree) {
  public ApiObject {
    tree = map(tree);
  }

  public String apiVersion() {
    return text("apiVersion").orElse("");
  }

  public String kind() {
    return text("kind").orElse("");
  }

  public String name() {
    return text("metadata", "name").orElse("");
  }

  public Optional<String> namespace() {
    return text("metadata", "namespace");
  }

  public ObjectKey key() {
    return new ObjectKey(apiVersion(), kind(), namespace(), name());
  }

  public Map<String, String> labels() {
    return texts("metadata", "labels");
  }

  public Map<String, String> annotations() {
    return texts("metadata", "annotations");
  }

  public boolean deleting() {
    return at("metadata", "deletionTimestamp").isPresent();
  }

  /** What stands at a path of map keys. */
  public Optional<Object> at(String... path) {
    Object here = tree;
    for (String key : path) {
      if (!(here instanceof Map<?, ?> map) || !map.containsKey(key)) {
        return Optional.empty();
      }
      here = map.get(key);
    }
    return Optional.of(here);
  }

  /** The scalar at a path, as text. */
  public Optional<String> text(String... path) {
    return at(path)
        .filter(value -> !(value instanceof Map) && !(value instanceof List))
        .map(Object::toString);
  }

  public Optional<Long> number(String... path) {
    return at(path).filter(Number.class::isInstance).map(value -> ((Number) value).longValue());
  }

  /** The list at a path; empty if there is none. */
  public List<?> items(String... path) {
    return at(path).filter(List.class::isInstance).<List<?>>map(List.class::cast).orElse(List.of());
  }

  /** The objects in the list at a path; what isn't a map is left out. */
  public List<ApiObject> objects(String... path) {
    return items(path).stream()
        .filter(Map.class::isInstance)
        .map(item -> new ApiObject(cast(item)))
        .toList();
  }

  /** The object with another value at a path of map keys; maps on the way are made. */
  public ApiObject with(Object value, String... path) {
    return new ApiObject(with(tree, value, 0, path));
  }

  /** The object without what stands at a path of map keys. */
  public ApiObject without(String... path) {
    return at(path).isEmpty() ? this : new ApiObject(without(tree, 0, path));
  }

  private static Map<String, Object> with(
      Map<String, Object> map, Object value, int depth, String... path) {
    Map<String, Object> copy = new TreeMap<>(map);
    Object inner =
        depth == path.length - 1
            ? value
            : with(
                map.get(path[depth]) instanceof Map<?, ?> below ? cast(below) : Map.of(),
                value,
                depth + 1,
                path);
    copy.put(path[depth], inner);
    return copy;
  }

  private static Map<String, Object> without(Map<String, Object> map, int depth, String... path) {
    Map<String, Object> copy = new TreeMap<>(map);
    if (depth == path.length - 1) {
      copy.remove(path[depth]);
    } else {
      copy.put(path[depth], without(cast(map.get(path[depth])), depth + 1, path));
    }
    return copy;
  }

  private Map<String, String> texts(String... path) {
    Map<String, String> texts = new TreeMap<>();
    if (at(path).orElse(Map.of()) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    }
    return texts;
  }

  @SuppressWarnings("unchecked") // every map within an object's tree has text keys
  private static Map<String, Object> cast(Object map) {
    return (Map<String, Object>) map;
  }

  private static Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> copy = new TreeMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            copy.put(key.toString(), canonical(value));
          }
        });
    return Collections.unmodifiableMap(copy);
  }

  private static Object canonical(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map(map);
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(item == null ? Map.of() : canonical(item)));
        yield Collections.unmodifiableList(copy);
      }
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case java.math.BigInteger number -> number.longValueExact();
      case java.math.BigDecimal number -> number.doubleValue();
      case Float number -> number.doubleValue();
      default -> value;
    };
  }
}
