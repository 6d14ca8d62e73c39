package dev.slipway.kubernetes.schema;

import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.kubernetes.schema.Schemas.FieldSchema;
import dev.slipway.kubernetes.schema.Validation.Checked;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares an object's fields with the schema of its kind. */
final class FieldCheck {
  /** As {@code k8s.io/apimachinery/pkg/api/resource} parses quantities. */
  private static final Pattern QUANTITY =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?");

  private final Checked checked;
  private final Problems problems;

  FieldCheck(Checked checked, Problems problems) {
    this.checked = checked;
    this.problems = problems;
  }

  void check(FieldSchema schema) {
    map("", checked.object().tree(), schema);
  }

  private void value(String path, Object value, FieldSchema schema) {
    if (!fits(value, schema.type())) {
      boolean later = value instanceof String text && checked.holed(text);
      problems.add(ValidationProblems.type(checked, path, schema.type(), value, later));
      return;
    }
    switch (value) {
      case Map<?, ?> map -> map(path, map, schema);
      case List<?> list -> list(path, list, schema);
      case String text when !checked.holed(text) -> text(path, text, schema);
      default -> {}
    }
  }

  private static boolean fits(Object value, Schemas.Type type) {
    return switch (type) {
      case OBJECT -> value instanceof Map;
      case LIST -> value instanceof List;
      case STRING -> value instanceof String;
      case BOOLEAN -> value instanceof Boolean;
      case INTEGER -> whole(value);
      case NUMBER -> value instanceof Number;
      case INTEGER_OR_STRING -> whole(value) || value instanceof String;
      case QUANTITY -> value instanceof Number || value instanceof String;
      case ANY -> true;
    };
  }

  private static boolean whole(Object value) {
    return value instanceof Long || (value instanceof Double number && number == Math.rint(number));
  }

  private void map(String path, Map<?, ?> map, FieldSchema schema) {
    if (schema.type() == Schemas.Type.ANY) {
      return;
    }
    map.forEach(
        (key, value) -> {
          String name = key.toString();
          Optional<FieldSchema> field = schema.field(name);
          if (field.isPresent()) {
            value(join(path, name), value, field.get());
          } else if (!schema.open()) {
            problems.add(ValidationProblems.unknown(checked, path, name, schema.names()));
          }
        });
    for (String name : schema.required()) {
      if (!map.containsKey(name)) {
        problems.add(ValidationProblems.missing(checked, join(path, name)));
      }
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void list(String path, List<?> list, FieldSchema schema) {
    FieldSchema items = schema.items().orElse(null);
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String place = path + "[" + i + "]";
      Object item = list.get(i);
      if (items != null) {
        value(place, item, items);
      }
      Object identity = identity(item, schema);
      if (identity != null && !seen.add(identity)) {
        problems.add(ValidationProblems.listTwice(checked, place, identity.toString()));
      }
    }
  }

  /** What tells a list's item apart from the others; null if nothing does. */
  private static Object identity(Object item, FieldSchema schema) {
    return switch (schema.listType()) {
      case ATOMIC -> null;
      case SET -> item;
      case MAP ->
          item instanceof Map<?, ?> map
              ? schema.listKeys().stream()
                  .filter(map::containsKey)
                  .map(key -> key + " " + map.get(key))
                  .collect(Collectors.joining(", "))
              : null;
    };
  }

  private void text(String path, String text, FieldSchema schema) {
    List<String> values = schema.values();
    if (schema.type() == Schemas.Type.QUANTITY && !QUANTITY.matcher(text).matches()) {
      problems.add(ValidationProblems.quantity(checked, path, text));
    } else if (!text.isEmpty() && !values.isEmpty() && !values.contains(text)) {
      // An empty text counts as not set.
      problems.add(ValidationProblems.value(checked, path, text, values));
    }
  }
}
