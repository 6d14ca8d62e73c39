package dev.slipway.kubernetes.chart.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes objects as YAML that every reader takes alike: what could be taken for something else
 * stands in double quotes with the escapes of JSON.
 */
public final class ManifestText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
  private static final List<String> FIRST = List.of("apiVersion", "kind", "metadata");

  private final Predicate<String> quoted;
  private final StringBuilder out = new StringBuilder();

  private ManifestText(Predicate<String> quoted) {
    this.quoted = quoted;
  }

  /**
   * @param quoted texts that must stand in double quotes in any case
   */
  public static String of(Map<String, Object> tree, Predicate<String> quoted) {
    ManifestText text = new ManifestText(quoted);
    text.map(tree, 0);
    return text.out.toString();
  }

  private void map(Map<?, ?> map, int depth) {
    List<Object> keys = new ArrayList<>(FIRST.stream().filter(map::containsKey).toList());
    map.keySet().stream().filter(key -> !FIRST.contains(key)).forEach(keys::add);
    for (Object key : keys) {
      indent(depth);
      out.append(scalar(key.toString())).append(':');
      below(map.get(key), depth);
    }
  }

  private void below(Object value, int depth) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        out.append('\n');
        map(map, depth + 1);
      }
      case List<?> list when !list.isEmpty() -> {
        out.append('\n');
        list(list, depth);
      }
      case String text when literal(text) -> block(text, depth + 1);
      case null, default -> out.append(' ').append(leaf(value)).append('\n');
    }
  }

  private void list(List<?> list, int depth) {
    for (Object item : list) {
      indent(depth);
      out.append('-');
      if (item instanceof Map<?, ?> map && !map.isEmpty()) {
        // The first key stands beside the dash.
        int start = out.length();
        map(map, depth + 1);
        out.replace(start, start + 2 * (depth + 1), " ");
      } else {
        below(item, item instanceof List<?> ? depth + 1 : depth);
      }
    }
  }

  private void block(String text, int depth) {
    out.append(text.endsWith("\n") ? " |\n" : " |-\n");
    text.lines()
        .forEach(
            line -> {
              if (!line.isEmpty()) {
                indent(depth);
              }
              out.append(line).append('\n');
            });
  }

  /** Whether a text of several lines keeps every character as a block. */
  private boolean literal(String text) {
    return text.indexOf('\n') > 0
        && !text.endsWith("\n\n")
        && !Character.isWhitespace(text.charAt(0))
        && text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 127))
        && !quoted.test(text);
  }

  private String leaf(Object value) {
    return switch (value) {
      case Map<?, ?> _ -> "{}";
      case List<?> _ -> "[]";
      case String text -> scalar(text);
      case null -> "null";
      default -> value.toString();
    };
  }

  private String scalar(String text) {
    return PLAIN.matcher(text).matches() && !GoScalars.special(text) && !quoted.test(text)
        ? text
        : JSON.writeValueAsString(text);
  }

  private void indent(int depth) {
    out.append("  ".repeat(depth));
  }
}
