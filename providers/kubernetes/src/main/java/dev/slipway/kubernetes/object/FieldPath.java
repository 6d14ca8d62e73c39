package dev.slipway.kubernetes.object;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a field stands, for people: {@code spec.template.spec.containers[name=milvus].image}, or
 * {@code metadata.labels[app.kubernetes.io/name]} where a name has dots.
 */
record FieldPath(String text) {
  static final FieldPath ROOT = new FieldPath("");

  FieldPath field(String name) {
    if (name.indexOf('.') >= 0 || name.indexOf('/') >= 0) {
      return new FieldPath(text + "[" + name + "]");
    }
    return new FieldPath(text.isEmpty() ? name : text + "." + name);
  }

  FieldPath item(Map<String, ?> keys) {
    return new FieldPath(
        text
            + keys.entrySet().stream()
                .map(key -> key.getKey() + "=" + key.getValue())
                .collect(Collectors.joining(",", "[", "]")));
  }

  FieldPath index(int index) {
    return new FieldPath(text + "[" + index + "]");
  }

  /** The path without what tells items apart: {@code spec.template.spec.containers.image}. */
  String plain() {
    return plain(text);
  }

  static String plain(String path) {
    return path.replaceAll("\\[[^\\]]*]", "");
  }

  @Override
  public String toString() {
    return text;
  }
}
