package dev.slipway.cli.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The lines that tell one field of a resource, or how it changes.
 *
 * @param columns cells that a line may take
 */
record FieldLines(Style style, Glyphs glyphs, ValueText values, int columns) {
  private static final int MOST_ITEMS = 8;
  private static final int MOST_DIFF_LINES = 8;

  /** A field of a resource that will be made. */
  List<String> field(String path, Object value) {
    String whole = values.of(value);
    if (value instanceof List<?> items && !fits(path + ": " + whole)) {
      List<String> lines = new ArrayList<>(List.of(name(path)));
      items.stream()
          .limit(MOST_ITEMS)
          .forEach(item -> lines.add("  - " + shortened(values.of(item), columns - 4)));
      if (items.size() > MOST_ITEMS) {
        lines.add(
            "  " + style.dim(glyphs.ellipsis() + " " + (items.size() - MOST_ITEMS) + " more"));
      }
      return lines;
    }
    String text = shortened(whole, columns - Width.of(path) - 2);
    return List.of(name(path) + " " + (isSpecial(whole) ? style.dim(text) : text));
  }

  /** How a field changes. */
  List<String> change(FieldChange field) {
    String note = field.replaces() ? style.paint(Ink.RED, " (needs a replacement)") : "";
    return switch (new Sides(field.before(), field.after())) {
      case Sides(String before, String after)
          when ValueText.isBlock(before) || ValueText.isBlock(after) ->
          block(field.path(), before, after, note);
      case Sides(Value.Secret<?> _, Value.Secret<?> _) ->
          List.of(name(field.path()) + " (secret, another one)" + note);
      case Sides(List<?> before, List<?> after) ->
          items(
              field.path(),
              before.stream().map(values::of).toList(),
              after.stream().map(values::of).toList(),
              note);
      case Sides(Map<?, ?> before, Map<?, ?> after) -> map(field, before, after);
      case Sides(Object before, Object after) ->
          scalar(field.path(), values.of(before), values.of(after), note);
    };
  }

  private record Sides(Object before, Object after) {}

  private List<String> scalar(String path, String before, String after, String note) {
    String arrow = " " + glyphs.arrow() + " ";
    if (fits(path + ": " + before + arrow + after)) {
      return List.of(
          name(path)
              + " "
              + style.paint(Ink.RED, before)
              + arrow
              + style.paint(Ink.GREEN, after)
              + note);
    }
    int room = columns - 4;
    Difference shown = Difference.of(before, after, room, glyphs.ellipsis());
    return List.of(
        name(path) + note,
        "  - " + style.paint(Ink.RED, shown.before()),
        "  + " + style.paint(Ink.GREEN, shown.after()));
  }

  private List<String> block(String path, String before, String after, String note) {
    List<String> lines = new ArrayList<>();
    lines.add(
        name(path)
            + " "
            + ValueText.size(before)
            + " "
            + glyphs.arrow()
            + " "
            + ValueText.size(after)
            + note);
    diff(before.lines().toList(), after.lines().toList(), lines);
    return lines;
  }

  private List<String> items(String path, List<String> before, List<String> after, String note) {
    List<String> lines = new ArrayList<>(List.of(name(path) + note));
    diff(before, after, lines);
    return lines;
  }

  private void diff(List<String> before, List<String> after, List<String> lines) {
    List<String> changed = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      delta.getSource().getLines().forEach(line -> changed.add(diffLine("- ", Ink.RED, line)));
      delta.getTarget().getLines().forEach(line -> changed.add(diffLine("+ ", Ink.GREEN, line)));
    }
    changed.stream().limit(MOST_DIFF_LINES).forEach(lines::add);
    if (changed.size() > MOST_DIFF_LINES) {
      int more = changed.size() - MOST_DIFF_LINES;
      lines.add("  " + style.dim(glyphs.ellipsis() + " " + more + " more changed"));
    }
  }

  private String diffLine(String sign, Ink ink, String line) {
    return "  " + style.paint(ink, sign + shortened(Printable.line(line), columns - 4));
  }

  private List<String> map(FieldChange field, Map<?, ?> before, Map<?, ?> after) {
    TreeSet<String> keys = new TreeSet<>();
    before.keySet().forEach(key -> keys.add(key.toString()));
    after.keySet().forEach(key -> keys.add(key.toString()));
    List<String> lines = new ArrayList<>();
    for (String key : keys) {
      Object was = before.containsKey(key) ? before.get(key) : FieldChange.UNSET;
      Object is = after.containsKey(key) ? after.get(key) : FieldChange.UNSET;
      if (!was.equals(is)) {
        lines.addAll(change(new FieldChange(field.path() + "." + key, was, is, field.replaces())));
      }
    }
    return lines;
  }

  private String name(String path) {
    return path + ":";
  }

  private boolean fits(String line) {
    return Width.of(line) <= columns;
  }

  private String shortened(String text, int room) {
    return Width.middle(text, Math.max(room, 8), glyphs.ellipsis());
  }

  private static boolean isSpecial(String text) {
    return text.startsWith("(") && text.endsWith(")");
  }
}
