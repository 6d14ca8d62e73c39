package dev.slipway.engine.stack;

/** What a starter file says of a shape. */
final class Starter {
  private Starter() {}

  /** What the shape allows, as a sentence; empty if nothing needs saying. */
  static String limits(Shape shape) {
    return switch (shape) {
      case Shape.Whole whole -> "A whole number " + Bounds.describe(whole) + ".";
      case Shape.Decimal decimal -> "A number " + Bounds.describe(decimal) + ".";
      case Shape.Word(var words) -> "One of: " + Expected.listed(words.keySet()) + ".";
      case Shape.Choice choice -> "One of: " + Expected.listed(choice.names()) + ".";
      case Shape.Time _ -> "A duration, for example 30s, 5m or 24h.";
      case Shape.Items(Shape element) -> limits(element);
      case Shape.Entries(Shape value) -> limits(value);
      case Shape.Text _, Shape.Flag _, Shape.Tree _, Shape.Group _ -> "";
    };
  }

  /** Some value that the shape takes, for a key that has neither default nor example. */
  static String value(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "change-me";
      case Shape.Whole(boolean wide, long min, long max) -> String.valueOf(Math.clamp(1, min, max));
      case Shape.Decimal(long min, long max) -> String.valueOf(Math.clamp(1, min, max));
      case Shape.Flag _ -> "false";
      case Shape.Word(var words) -> words.firstKey();
      case Shape.Time _ -> "1m";
      case Shape.Items _ -> "[]";
      case Shape.Entries _, Shape.Tree _, Shape.Group _ -> "{}";
      case Shape.Choice choice
          when choice.byName() && choice.variants().getFirst().group().needsNothing() ->
          choice.names().getFirst();
      case Shape.Choice choice -> "{" + choice.names().getFirst() + ": {}}";
    };
  }

  /** A key with a value, below the keys that lead to it. */
  static String snippet(Spot spot, Field field) {
    StringBuilder snippet = new StringBuilder();
    String indentation = "  ";
    for (String step : spot.steps()) {
      snippet.append(indentation).append(step).append(":\n");
      indentation += "  ";
    }
    String value = field.example().isEmpty() ? value(field.shape()) : field.example().strip();
    return snippet.append(indentation).append(field.name()).append(": ").append(value).toString();
  }

  /** Whether the key is left to the defaults of the keys in it. */
  static boolean emptyMap(Field field) {
    return field.shape() instanceof Shape.Group
        && field
            .byDefault()
            .map(value -> YamlValue.of(value.node()))
            .filter(value -> value instanceof YamlValue.Entries(var tuples) && tuples.isEmpty())
            .isPresent();
  }
}
