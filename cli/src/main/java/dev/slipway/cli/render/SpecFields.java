package dev.slipway.cli.render;

import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.spec.SpecTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A spec's tree as fields, each with its dotted path, in the order of the spec. */
final class SpecFields {
  private SpecFields() {}

  /**
   * Values are scalars, lists, {@link FieldChange.Unknown} for references and {@link Value.Secret}.
   */
  static Map<String, Object> of(Map<String, Object> tree) {
    Map<String, Object> fields = new LinkedHashMap<>();
    tree.forEach((name, value) -> flatten(name, value, fields));
    return fields;
  }

  private static void flatten(String path, Object tree, Map<String, Object> fields) {
    Object value = leaf(tree);
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((name, item) -> flatten(path + "." + name, item, fields));
    } else if (value instanceof List<?> items
        && !items.isEmpty()
        && items.stream().allMatch(Map.class::isInstance)) {
      int index = 0;
      for (Object item : items) {
        Object name = ((Map<?, ?>) item).get("name");
        flatten(path + "[" + (name instanceof String ? name : index) + "]", item, fields);
        index++;
      }
    } else {
      fields.put(path, value);
    }
  }

  private static Object leaf(Object tree) {
    return switch (tree) {
      case Map<?, ?> map when map.get("$ref") instanceof String source ->
          new FieldChange.Unknown(source);
      case Map<?, ?> map when map.containsKey("$secret") -> SpecTree.decodeAttribute(map);
      case List<?> items -> items.stream().map(SpecFields::leaf).toList();
      case Integer number -> number.longValue();
      default -> tree;
    };
  }

  /** What differs between two specs. */
  static List<FieldChange> changes(Map<String, Object> before, Map<String, Object> after) {
    Map<String, Object> from = of(before);
    Map<String, Object> to = of(after);
    Set<String> paths = new LinkedHashSet<>(from.keySet());
    paths.addAll(to.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String path : paths) {
      Object was = from.getOrDefault(path, FieldChange.UNSET);
      Object is = to.getOrDefault(path, FieldChange.UNSET);
      if (!Objects.equals(was, is)) {
        changes.add(new FieldChange(path, was, is, false));
      }
    }
    return changes;
  }
}
