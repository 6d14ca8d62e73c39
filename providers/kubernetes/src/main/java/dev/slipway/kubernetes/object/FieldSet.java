package dev.slipway.kubernetes.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields that a manager owns at and below one place of an object, as {@code
 * metadata.managedFields[].fieldsV1} tells: {@code f:} a field, {@code k:} an item by keys, {@code
 * v:} an item by value, {@code .} the place itself (Kubernetes API reference, "FieldsV1").
 */
final class FieldSet {
  /** Nothing is owned here. */
  static final FieldSet NONE = new FieldSet(Map.of(), false);

  /** Everything is owned here and below. */
  static final FieldSet ALL = new FieldSet(Map.of(), true);

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SELF = ".";

  private final Map<?, ?> children;
  private final boolean present;

  private FieldSet(Map<?, ?> children, boolean present) {
    this.children = children;
    this.present = present;
  }

  static FieldSet of(Map<?, ?> fields) {
    return new FieldSet(fields, true);
  }

  /** Whether anything is owned here or below. */
  boolean present() {
    return present;
  }

  /** Whether the place itself is owned, so that it goes when its owner drops it. */
  boolean owned() {
    return present && (children.isEmpty() || children.containsKey(SELF));
  }

  /** Whether it is owned as one value, without telling what is below. */
  boolean whole() {
    return present && this != ALL && children.isEmpty();
  }

  FieldSet field(String name) {
    return child("f:" + name);
  }

  /** What is owned of a list's item that keys tell apart. */
  FieldSet item(List<String> keys, Map<?, ?> item) {
    if (this == ALL) {
      return ALL;
    }
    for (Object child : children.keySet()) {
      if (child.toString().startsWith("k:") && matches(keys(child.toString()), keys, item)) {
        return child(child.toString());
      }
    }
    return NONE;
  }

  private static boolean matches(Map<String, Object> found, List<String> keys, Map<?, ?> item) {
    return keys.stream()
        .allMatch(
            key -> ListItems.key(item, key).equals(String.valueOf(found.getOrDefault(key, ""))));
  }

  /** Whether a set's scalar is owned. */
  boolean value(Object scalar) {
    return this == ALL || children.containsKey("v:" + JSON.writeValueAsString(scalar));
  }

  /** The keys that tell the items of a list apart, if the list is merged by keys. */
  Optional<List<String>> listKeys() {
    return children.keySet().stream()
        .map(Object::toString)
        .filter(child -> child.startsWith("k:"))
        .findFirst()
        .map(child -> List.copyOf(keys(child).keySet()));
  }

  /** Both together, as a tree for {@code fieldsV1}. */
  static Map<String, Object> union(Map<?, ?> one, Map<?, ?> other) {
    Map<String, Object> all = new TreeMap<>();
    one.forEach((key, child) -> all.put(key.toString(), child));
    other.forEach(
        (key, child) ->
            all.merge(
                key.toString(), child, (had, more) -> union((Map<?, ?>) had, (Map<?, ?>) more)));
    return all;
  }

  /** The paths owned, for people: {@code spec.replicas}. */
  List<String> paths() {
    List<String> paths = new ArrayList<>();
    collect(FieldPath.ROOT, paths);
    return paths;
  }

  private void collect(FieldPath here, List<String> paths) {
    if (whole()) {
      paths.add(here.toString());
    }
    for (Object child : children.keySet()) {
      String step = child.toString();
      FieldPath below =
          switch (step.substring(0, Math.min(2, step.length()))) {
            case "f:" -> here.field(step.substring(2));
            case "k:" -> here.item(keys(step));
            default -> here;
          };
      if (!step.equals(SELF)) {
        child(step).collect(below, paths);
      }
    }
  }

  @SuppressWarnings("unchecked") // JSON objects have text keys
  private static Map<String, Object> keys(String child) {
    return JSON.readValue(child.substring(2), TreeMap.class);
  }

  private FieldSet child(String step) {
    if (this == ALL) {
      return ALL;
    }
    return children.get(step) instanceof Map<?, ?> below ? of(below) : NONE;
  }
}
