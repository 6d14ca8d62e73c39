package dev.slipway.kubernetes.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A release's texts with values in place of their markers.
 *
 * @param values by marker
 */
record ReleaseText(Map<String, String> values) {

  String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled;
  }

  /** A manifest, in which markers stand only within double quotes with the escapes of JSON. */
  String manifest(String manifest) {
    String filled = manifest;
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (filled.contains(value.getKey())) {
        String quoted = ReleaseCodec.print(value.getValue());
        filled = filled.replace(value.getKey(), quoted.substring(1, quoted.length() - 1));
      }
    }
    return filled;
  }

  /** A tree of values, in which a null stays, since it means something. */
  Object tree(Object tree) {
    return switch (tree) {
      case null -> null;
      case String text -> filled(text);
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key, tree(item)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(tree(item)));
        yield copy;
      }
      default -> tree;
    };
  }
}
