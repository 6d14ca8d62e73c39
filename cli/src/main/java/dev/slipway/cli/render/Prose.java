package dev.slipway.cli.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Sentences wrapped to a width. A line that begins with blanks, or that follows one that ends with
 * a colon and is no sentence itself, is to be copied: it stays alone, whole and indented.
 *
 * @param columns cells that a line may take
 */
record Prose(int columns) {
  private static final int WIDEST = 100;

  Prose {
    columns = Math.min(columns, WIDEST);
  }

  /**
   * @param first before the first line
   * @param indent before each other line
   */
  List<String> wrap(String text, String first, String indent) {
    List<String> lines = new ArrayList<>();
    String previous = "";
    for (String line : Printable.lines(text).stripTrailing().lines().toList()) {
      String start = lines.isEmpty() ? first : indent;
      if (isVerbatim(line, previous)) {
        lines.add(start + (line.startsWith(" ") ? "" : "  ") + line.stripTrailing());
      } else if (line.isBlank()) {
        lines.add("");
      } else {
        fill(line.strip(), start, indent, lines);
      }
      previous = line.stripTrailing();
    }
    return lines;
  }

  private static boolean isVerbatim(String line, String previous) {
    return !line.isBlank()
        && (line.startsWith(" ")
            || (previous.endsWith(":") && !line.endsWith(".") && !line.endsWith(":")));
  }

  private void fill(String text, String start, String indent, List<String> lines) {
    StringBuilder line = new StringBuilder(start);
    int used = Width.of(start);
    boolean empty = true;
    for (String word : text.split(" +", -1)) {
      int width = Width.of(word);
      if (!empty && used + 1 + width > columns) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        used = Width.of(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      used += width + (empty ? 0 : 1);
      empty = false;
    }
    lines.add(line.toString());
  }
}
