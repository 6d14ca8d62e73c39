package dev.slipway.cli.render;

import dev.slipway.engine.plan.StepId.Verb;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One value of a spec on one line, whole.
 *
 * @param verbs what the plan does to each resource, to say when an unknown value will be known
 */
record ValueText(Map<ResourceId, Verb> verbs) {

  /** How specs write a time of whole seconds, less than an hour. */
  private static final Pattern SECONDS = Pattern.compile("PT([0-9]{1,2}M)?([0-9]{1,2}S)?(?<!PT)");

  String of(Object value) {
    return switch (value) {
      case FieldChange.Unset _ -> "(not set)";
      case FieldChange.Unknown(String source) ->
          "(known after " + verb(source) + ": " + source + ")";
      case Value.Secret<?> _ -> "(secret)";
      case Value.Known<?>(Object known) -> of(known);
      case Value.Ref<?> ref -> of(new FieldChange.Unknown(ref.resource() + "#" + ref.attribute()));
      case List<?> items ->
          items.stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case String text -> text(text);
      default -> Printable.line(value.toString());
    };
  }

  private static String text(String text) {
    if (isBlock(text)) {
      return "(" + size(text) + ")";
    }
    if (SECONDS.matcher(text).matches()) {
      return Durations.running(Duration.parse(text));
    }
    String line = Printable.line(text);
    return line.equals(text) && !line.isEmpty() ? line : quoted(text);
  }

  /** Quotes show where blanks begin and end. */
  private static String quoted(String text) {
    return "\""
        + Printable.lines(text.replace("\n", "\\n").replace("\t", "\\t").replace("\"", "\\\""))
        + "\"";
  }

  private String verb(String source) {
    int hash = source.lastIndexOf('#');
    Verb verb = hash < 0 ? Verb.CREATE : verbs.get(ResourceId.parse(source.substring(0, hash)));
    return verb == Verb.UPDATE ? "update" : "create";
  }

  /** Whether a text is too big for a line: it has several lines. */
  static boolean isBlock(Object value) {
    return value instanceof String text && text.stripTrailing().indexOf('\n') >= 0;
  }

  /** For example {@code 312 lines, 20.1 KB}. */
  static String size(String text) {
    long lines = text.lines().count();
    return (lines == 1 ? "1 line, " : lines + " lines, ") + bytes(text);
  }

  private static String bytes(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return bytes < 1000 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f KB", bytes / 1000.0);
  }
}
