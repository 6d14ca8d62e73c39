package dev.slipway.lab.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the versions have in common is written once, with the versions that it holds for. */
final class Merged {
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final Map<String, Integer> served = new TreeMap<>();
  private final Map<String, Map<String, Integer>> types = new TreeMap<>();
  private int all;

  /** Adds a version, known by a bit. */
  void add(int bit, OpenApi version) {
    all |= bit;
    version.kinds().forEach(kind -> kinds.merge(kind.line(), bit, Merged::or));
    version.kinds().stream()
        .filter(OpenApi.Kind::served)
        .forEach(kind -> served.merge(kind.line(), bit, Merged::or));
    version
        .types()
        .forEach(
            (name, fields) -> {
              Map<String, Integer> lines = types.computeIfAbsent(name, _ -> new TreeMap<>());
              fields.forEach((field, type) -> lines.merge(field + "\t" + type, bit, Merged::or));
            });
  }

  private static int or(int one, int other) {
    return one | other;
  }

  String text(List<String> versions) {
    StringBuilder text = new StringBuilder();
    text.append("versions ").append(String.join(" ", versions)).append('\n');
    kinds.forEach(
        (line, bits) ->
            text.append("kind ")
                .append(line)
                .append(' ')
                .append(Integer.toHexString(bits))
                .append(' ')
                .append(Integer.toHexString(served.getOrDefault(line, 0)))
                .append('\n'));
    types.forEach(
        (name, fields) -> {
          text.append("type ").append(name).append('\n');
          fields.forEach(
              (line, bits) -> {
                text.append(' ').append(line);
                if (bits != all) {
                  text.append('\t').append(Integer.toHexString(bits));
                }
                text.append('\n');
              });
        });
    return text.toString();
  }
}
