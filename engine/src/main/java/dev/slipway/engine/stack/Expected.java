package dev.slipway.engine.stack;

import java.util.Collection;
import java.util.Locale;

/** Says in words what a shape takes, and how to turn what was given into it. */
final class Expected {
  private Expected() {}

  /** What the shape takes, to stand after "must be". */
  static String by(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "text";
      case Shape.Whole _ -> "a whole number";
      case Shape.Decimal _ -> "a number";
      case Shape.Flag _ -> "true or false";
      case Shape.Word(var words) -> "one of " + listed(words.keySet());
      case Shape.Time _ -> "a duration";
      case Shape.Items _ -> "a list";
      case Shape.Entries _ -> "a map of names to values";
      case Shape.Tree _ -> "a map";
      case Shape.Group _ -> "a map of keys";
      case Shape.Choice choice ->
          choice.byName()
              ? "one of " + listed(choice.names())
              : "a map with exactly one of the keys " + listed(choice.names());
    };
  }

  static String listed(Collection<String> names) {
    return String.join(", ", names);
  }

  /** What to do, in full sentences. */
  static String fix(Shape shape, YamlValue given) {
    if (given instanceof YamlValue.Odd(String _, String fix)) {
      return fix;
    }
    return switch (shape) {
      case Shape.Text _ -> fixText(given);
      case Shape.Whole _ ->
          given instanceof YamlValue.Numeric
              ? "Write a number without a fraction."
              : fixNumber(given);
      case Shape.Decimal _ -> fixNumber(given);
      case Shape.Flag _ -> fixFlag(given);
      case Shape.Word(var words) -> "Write one of: " + listed(words.keySet()) + ".";
      case Shape.Time _ -> "Write a number with its unit, for example 30s, 5m or 24h.";
      case Shape.Items _ -> "Write it as a list: each value on a line of its own after '- '.";
      case Shape.Entries _ -> "Write each name with its value on an indented line: 'name: value'.";
      case Shape.Tree _ -> "Write each key with its value on an indented line: 'key: value'.";
      case Shape.Group group ->
          group.fields().isEmpty()
              ? "It has no keys: leave it empty."
              : colonMissing(given)
                  ? "Put a space after the colon."
                  : "Write its keys on indented lines. They are: " + listed(group.names()) + ".";
      case Shape.Choice choice ->
          (choice.byName()
                  ? "Write one of these as its value, or as its only key if it has keys itself: "
                  : "Write one of these as its only key: ")
              + listed(choice.names())
              + ".";
    };
  }

  private static boolean colonMissing(YamlValue given) {
    return given instanceof YamlValue.Text(String text) && text.matches("[a-z][a-z0-9-]*:\\S.*");
  }

  private static String fixText(YamlValue given) {
    return switch (given) {
      case YamlValue.Numeric _, YamlValue.Flag _ -> "Put it into quotes if it is meant as text.";
      case YamlValue.Nothing _ ->
          "Write a text after the colon, or remove the key. An empty text is written ''.";
      case YamlValue.Text _, YamlValue.Items _, YamlValue.Entries _, YamlValue.Odd _ ->
          "Write a text. One that YAML could take for something else goes into quotes.";
    };
  }

  private static String fixNumber(YamlValue given) {
    if (given instanceof YamlValue.Text(String text)) {
      String digits = text.replaceAll("[_, ']", "");
      if (digits.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
        return "Write " + digits + ", without quotes or separators.";
      }
    }
    return "Write the number in digits.";
  }

  private static String fixFlag(YamlValue given) {
    return switch (given) {
      case YamlValue.Text(String text) ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "on", "y", "true" -> "Write true, without quotes.";
            case "no", "off", "n", "false" -> "Write false, without quotes.";
            default -> "Write true or false.";
          };
      case YamlValue.Numeric _,
          YamlValue.Flag _,
          YamlValue.Nothing _,
          YamlValue.Items _,
          YamlValue.Entries _,
          YamlValue.Odd _ ->
          "Write true or false.";
    };
  }
}
