package dev.slipway.aws.eks;

import dev.slipway.engine.resource.Value;
import java.util.List;

/** Values as they are compared. */
public final class Values {
  private Values() {}

  /** A set of values whose order doesn't matter; as it stands while one isn't known yet. */
  public static List<?> sorted(List<Value<String>> values) {
    return values.stream().allMatch(value -> value.known().isPresent())
        ? values.stream().map(Value::get).sorted().toList()
        : values;
  }

  /** Values that are all known, as they stand. */
  public static List<String> all(List<Value<String>> values) {
    return values.stream().map(Value::get).toList();
  }
}
