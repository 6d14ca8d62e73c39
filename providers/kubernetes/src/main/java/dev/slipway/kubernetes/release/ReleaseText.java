package dev.slipway.kubernetes.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The manifests within a release: with values in place of their markers, and with our labels, so
 * that what Helm makes of them by a rollback stays marked.
 *
 * @param values by marker
 * @param labels on every object
 */
record ReleaseText(Map<String, String> values, Map<String, String> labels) {
  private static final Pattern DOCUMENTS = Pattern.compile("(?m)^---[ \\t]*\\r?\\n");

  /** A text with values in place of their markers. */
  String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled;
  }

  /**
   * A tree of values with those in place of their markers; a null stays, since it means something.
   */
  Object values(Object tree) {
    return switch (tree) {
      case null -> null;
      case String text -> filled(text);
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key, values(item)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(values(item)));
        yield copy;
      }
      default -> tree;
    };
  }

  /** Documents of YAML as Helm keeps them; comments above a document stay. */
  String manifest(String manifest) {
    StringBuilder result = new StringBuilder();
    for (String document : DOCUMENTS.splitAsStream(manifest).toList()) {
      if (!document.isBlank()) {
        result.append("---\n").append(document(document));
      }
    }
    return result.toString();
  }

  private String document(String document) {
    Object tree = ReleaseYaml.parse(document);
    if (!(tree instanceof Map<?, ?> map) || !map.containsKey("kind")) {
      return document;
    }
    StringBuilder result = new StringBuilder();
    document
        .lines()
        .takeWhile(line -> line.isBlank() || line.startsWith("#"))
        .filter(line -> !line.isBlank())
        .forEach(line -> result.append(line).append('\n'));
    return result.append(ReleaseYaml.print(object(map))).toString();
  }

  private Object object(Map<?, ?> map) {
    Map<String, Object> object = new TreeMap<>();
    map.forEach((key, value) -> object.put(key.toString(), value));
    if (object.get("items") instanceof List<?> items && "List".equals(object.get("kind"))) {
      List<Object> inner = new ArrayList<>();
      items.forEach(item -> inner.add(item instanceof Map<?, ?> below ? object(below) : item));
      object.put("items", inner);
      return object;
    }
    boolean secret = "Secret".equals(object.get("kind"));
    if (secret && object.get("data") instanceof Map<?, ?> data) {
      Map<String, Object> filled = copy(data);
      filled.replaceAll((_, value) -> value instanceof String text ? encoded(text) : value);
      object.put("data", filled);
    }
    Map<String, Object> metadata = copy(object.get("metadata"));
    Map<String, Object> all = copy(metadata.get("labels"));
    all.putAll(labels);
    metadata.put("labels", all);
    object.put("metadata", metadata);
    return values(object);
  }

  /** Fills markers in what is encoded in Base64, as the values of a Secret are. */
  private String encoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip());
      String plain = new String(bytes, StandardCharsets.UTF_8);
      return values.keySet().stream().anyMatch(plain::contains)
          ? Base64.getEncoder().encodeToString(filled(plain).getBytes(StandardCharsets.UTF_8))
          : text;
    } catch (IllegalArgumentException _) {
      return text;
    }
  }

  private static Map<String, Object> copy(Object map) {
    Map<String, Object> copy = new TreeMap<>();
    if (map instanceof Map<?, ?> there) {
      there.forEach((key, value) -> copy.put(key.toString(), value));
    }
    return copy;
  }
}
