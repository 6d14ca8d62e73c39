package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.ResourceId;
import java.util.List;
import java.util.Map;

/** What has changed without Slipway, as people read it. */
public record DriftText(Terminal terminal) {
  private static final int INDENT = 4;

  /** Each resource that drifted, with its fields as they were made and are now; then a sum. */
  public String render(String stack, int resources, List<Drift> drifts) {
    StringBuilder text = new StringBuilder();
    for (Drift drift : drifts) {
      switch (drift) {
        case Drift.Changed(ResourceId id, Diff diff) -> {
          line(text, "~", Ink.YELLOW, id + " was changed");
          diff.fields().forEach(field -> change(text, field));
        }
        case Drift.Gone(ResourceId id) -> line(text, "-", Ink.RED, id + " is gone");
        case Drift.Foreign(ResourceId id) ->
            line(text, "!", Ink.RED, id + " doesn't carry the stack's mark any more");
      }
    }
    String sum =
        drifts.isEmpty()
            ? stack + ": nothing has changed without Slipway (" + resources + " resources)."
            : stack
                + ": "
                + drifts.size()
                + " of "
                + resources
                + (resources == 1 ? " resource has" : " resources have")
                + " changed without Slipway.";
    return text.append(style().paint(drifts.isEmpty() ? Ink.BOLD_GREEN : Ink.BOLD_RED, sum))
        .append('\n')
        .toString();
  }

  /** From what it was made to be to what it is. */
  private void change(StringBuilder text, FieldChange field) {
    Object made = field.after();
    Object found = field.before();
    FieldChange since = new FieldChange(field.path(), made, found, /* replaces= */ false);
    for (String line : fields().change(since)) {
      text.append(" ".repeat(INDENT)).append(line).append('\n');
    }
  }

  private FieldLines fields() {
    return new FieldLines(
        style(), Glyphs.of(terminal), new ValueText(Map.of()), terminal.columns() - INDENT);
  }

  private void line(StringBuilder text, String sign, Ink ink, String words) {
    text.append(style().paint(ink, sign + " " + Printable.line(words))).append('\n');
  }

  private Style style() {
    return Style.of(terminal);
  }
}
