package dev.slipway.engine.apply;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a change is within what a plan promised. */
final class Promise {
  private Promise() {}

  /**
   * A change keeps the promise if each of its fields was promised with the same new value, or with
   * one that was not known then, and it doesn't ask for a replacement. Fields that turn out the
   * same as before need not change.
   */
  static boolean keeps(Diff promised, Diff actual) {
    Map<String, FieldChange> byPath = new HashMap<>();
    promised.fields().forEach(field -> byPath.put(field.path(), field));
    return actual.fields().stream()
        .allMatch(field -> !field.replaces() && matches(byPath.get(field.path()), field));
  }

  private static boolean matches(FieldChange promised, FieldChange actual) {
    return promised != null && fits(promised.after(), actual.after());
  }

  /** Whether it is the promised value, or one with something known where that was unknown. */
  private static boolean fits(Object promised, Object actual) {
    return switch (promised) {
      case FieldChange.Unknown _ -> true;
      case List<?> items when actual instanceof List<?> others -> {
        boolean fits = items.size() == others.size();
        for (int i = 0; fits && i < items.size(); i++) {
          fits = fits(items.get(i), others.get(i));
        }
        yield fits;
      }
      case Map<?, ?> map when actual instanceof Map<?, ?> other ->
          map.keySet().equals(other.keySet())
              && map.keySet().stream().allMatch(key -> fits(map.get(key), other.get(key)));
      default -> promised.equals(actual);
    };
  }
}
