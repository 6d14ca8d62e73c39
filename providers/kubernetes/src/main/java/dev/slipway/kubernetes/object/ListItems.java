package dev.slipway.kubernetes.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list whose items are told apart by keys. */
record ListItems(List<String> keys, Map<List<String>, Map<?, ?>> items) {
  /** The only key that has a default where it stands for an item: that of ports. */
  private static final Map<String, String> DEFAULTS = Map.of("protocol", "TCP");

  /** Empty if an item isn't a map or two have the same keys: then the list has no such items. */
  static Optional<ListItems> of(List<?> list, List<String> keys) {
    Map<List<String>, Map<?, ?>> items = new LinkedHashMap<>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> map) || items.put(identity(map, keys), map) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new ListItems(keys, items));
  }

  private static List<String> identity(Map<?, ?> item, List<String> keys) {
    return keys.stream().map(key -> key(item, key)).toList();
  }

  static String key(Map<?, ?> item, String key) {
    Object value = item.get(key);
    return value == null ? DEFAULTS.getOrDefault(key, "") : value.toString();
  }

  /** The keys of an item with their values, for its path. */
  Map<String, Object> named(List<String> identity) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      String value = identity.get(i);
      if (!value.isEmpty() && !value.equals(DEFAULTS.get(keys.get(i)))) {
        named.put(keys.get(i), value);
      }
    }
    return named;
  }

  /** What both have, in this one's order. */
  List<List<String>> common(ListItems other) {
    List<List<String>> common = new ArrayList<>(items.keySet());
    common.retainAll(other.items.keySet());
    return common;
  }
}
