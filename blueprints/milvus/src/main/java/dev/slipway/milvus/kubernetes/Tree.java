package dev.slipway.milvus.kubernetes;

import java.util.LinkedHashMap;
import java.util.Map;

/** A tree of chart values in the making. */
final class Tree {
  private final Map<String, Object> root = new LinkedHashMap<>();

  /** Puts a value at a path with dots; maps on the way are made. */
  Tree put(String path, Object value) {
    String[] keys = path.split("[.]", -1);
    Map<String, Object> here = root;
    for (int i = 0; i < keys.length - 1; i++) {
      here = below(here, keys[i]);
    }
    here.put(keys[keys.length - 1], value);
    return this;
  }

  @SuppressWarnings("unchecked") // only put makes the maps on the way
  private static Map<String, Object> below(Map<String, Object> map, String key) {
    return (Map<String, Object>) map.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>());
  }

  /** A tree with another laid over it: its maps are merged, all else of it replaces. */
  static Map<String, Object> merged(Map<String, Object> under, Map<String, Object> over) {
    Map<String, Object> merged = new LinkedHashMap<>(under);
    over.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> more && merged.get(key) instanceof Map<?, ?> below) {
            merged.put(key, merged(texts(below), texts(more)));
          } else {
            merged.put(key, value);
          }
        });
    return merged;
  }

  @SuppressWarnings("unchecked") // every map within values has text keys
  private static Map<String, Object> texts(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }

  Map<String, Object> values() {
    return root;
  }
}
