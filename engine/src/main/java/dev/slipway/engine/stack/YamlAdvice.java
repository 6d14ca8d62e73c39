package dev.slipway.engine.stack;

/** What usually mends a fault that the YAML parser names in its own terms. */
final class YamlAdvice {
  private YamlAdvice() {}

  /**
   * @param problem the parser's words for what it found
   * @param context the parser's words for what it was reading; may be empty
   */
  static String on(String problem, String context) {
    if (problem.contains("mapping values are not allowed")) {
      return "Put a text that holds a colon into quotes, and start each key on a line of its own.";
    }
    if (context.contains("quoted scalar") && problem.contains("end of stream")) {
      return "Close the quotation mark.";
    }
    if (problem.contains("escape")) {
      return "Use single quotes, in which a backslash stands for itself.";
    }
    if (context.contains("flow sequence")) {
      return "Separate the list's values by commas and close it with ']'.";
    }
    if (context.contains("flow mapping")) {
      return "Separate the map's keys by commas and close it with '}'.";
    }
    if (problem.contains("undefined alias") || context.matches(".*an (alias|anchor)")) {
      return "Put a text that starts with '*' or '&' into quotes.";
    }
    if (problem.contains("cannot start any token") || context.contains("scanning a tag")) {
      return "Put a text that starts with such a character into quotes.";
    }
    if (problem.contains("simple key") || problem.contains("expected ':'")) {
      return "Put a colon and a space between the key and its value.";
    }
    if (context.contains("block")) {
      return "Give keys of the same level the same indentation, in spaces.";
    }
    return "Mend the place that the caret points at, or what comes just before it.";
  }
}
