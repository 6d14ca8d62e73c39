package dev.slipway.kubernetes.object;

import java.util.List;
import java.util.Map;

/** Values that say nothing, which servers drop. */
final class Hollow {
  private Hollow() {}

  /** Whether it is a map or list with nothing in it. */
  static boolean is(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.values().stream().allMatch(Hollow::is);
      case List<?> list -> list.isEmpty();
      default -> false;
    };
  }

  /** Whether it is the value that a field without one has in Go. */
  static boolean zero(Object value) {
    return switch (value) {
      case Boolean flag -> !flag;
      case Number number -> number.doubleValue() == 0;
      case String text -> text.isEmpty();
      default -> is(value);
    };
  }
}
