package dev.slipway.engine.apply;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import java.util.HashMap;
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
    return promised != null
        && (holdsUnknown(promised.after()) || promised.after().equals(actual.after()));
  }

  private static boolean holdsUnknown(Object value) {
    return switch (value) {
      case FieldChange.Unknown _ -> true;
      case Iterable<?> items -> {
        for (Object item : items) {
          if (holdsUnknown(item)) {
            yield true;
          }
        }
        yield false;
      }
      case Map<?, ?> map -> holdsUnknown(map.values());
      default -> false;
    };
  }
}
