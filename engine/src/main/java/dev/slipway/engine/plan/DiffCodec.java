package dev.slipway.engine.plan;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.spec.SpecTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Promised changes as lists of maps, field by field. */
public final class DiffCodec {
  private DiffCodec() {}

  /** Each field with {@code path}, {@code before}, {@code after} and {@code replaces}. */
  public static List<Map<String, Object>> encode(Diff diff) {
    return diff.fields().stream().map(DiffCodec::encode).toList();
  }

  private static Map<String, Object> encode(FieldChange field) {
    return PlanCodec.tree(
        "path", field.path(),
        "before", side(field.before()),
        "after", side(field.after()),
        "replaces", field.replaces());
  }

  private static Object side(Object value) {
    return switch (value) {
      case FieldChange.Unset _ -> Map.of("$unset", true);
      case FieldChange.Unknown(String source) -> Map.of("$unknown", source);
      case List<?> items -> items.stream().map(DiffCodec::side).toList();
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), side(item)));
        yield copy;
      }
      default -> SpecTree.encodeValue(value);
    };
  }

  static Diff decode(List<?> items) {
    List<FieldChange> fields = new ArrayList<>();
    for (Object item : items) {
      Map<?, ?> field = (Map<?, ?>) item;
      fields.add(
          new FieldChange(
              PlanCodec.need(field, "path").toString(),
              sideOf(PlanCodec.need(field, "before")),
              sideOf(PlanCodec.need(field, "after")),
              PlanCodec.flag(field, "replaces")));
    }
    return new Diff(fields);
  }

  private static Object sideOf(Object tree) {
    return switch (tree) {
      case Map<?, ?> map when map.containsKey("$unset") -> FieldChange.UNSET;
      case Map<?, ?> map when map.containsKey("$unknown") ->
          new FieldChange.Unknown(map.get("$unknown").toString());
      case Map<?, ?> map when map.containsKey("$secret") -> SpecTree.decodeAttribute(map);
      case Map<?, ?> map -> {
        TreeMap<String, Object> copy = new TreeMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), sideOf(item)));
        yield copy;
      }
      case List<?> items -> items.stream().map(DiffCodec::sideOf).toList();
      default -> SpecTree.decodeAttribute(tree);
    };
  }
}
