package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.verify.Leftover;
import java.util.List;
import java.util.stream.Collectors;

/** The proof of a removal, or what is in its way. */
public record SweptText(Terminal terminal) {

  /**
   * Lines, each with its line end.
   *
   * @param kinds of things that were looked for, for example {@code process}; empty for everything
   * @param kept what was left on purpose because it holds data: where it lies
   */
  public String render(List<Leftover> leftovers, List<String> kinds, List<String> kept) {
    StringBuilder text = new StringBuilder();
    if (leftovers.isEmpty()) {
      text.append(style().paint(Ink.BOLD_GREEN, "Removed: " + nothing(kinds, !kept.isEmpty())));
    } else {
      text.append(style().paint(Ink.BOLD_RED, "NOT REMOVED: " + count(leftovers.size())));
    }
    text.append('\n');
    int kindWidth = widest(leftovers.stream().map(Leftover::kind).toList());
    int nameWidth = widest(leftovers.stream().map(left -> Printable.line(left.name())).toList());
    for (Leftover left : leftovers) {
      text.append("  ")
          .append(style().paint(Ink.RED, Width.pad(left.kind(), kindWidth)))
          .append("  ")
          .append(Width.pad(Printable.line(left.name()), nameWidth))
          .append("  ")
          .append(Glyphs.of(terminal).plain(Printable.line(left.heldBy())))
          .append('\n');
    }
    kept.forEach(place -> text.append("  kept  ").append(Printable.line(place)).append('\n'));
    return text.toString();
  }

  private static String nothing(List<String> kinds, boolean kept) {
    String what =
        kinds.isEmpty()
            ? "nothing of the stack"
            : kinds.stream().map(kind -> "no " + kind).collect(Collectors.joining(", "));
    return what + " is left" + (kept ? " but the data that is kept." : ".");
  }

  private static String count(int leftovers) {
    return leftovers == 1
        ? "1 thing of the stack is still there."
        : leftovers + " things of the stack are still there.";
  }

  private static int widest(List<String> texts) {
    return Math.min(texts.stream().mapToInt(Width::of).max().orElse(0), 60);
  }

  private Style style() {
    return Style.of(terminal);
  }
}
