package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** Problems and notices as people read them. */
public record DiagnosticText(Terminal terminal) {
  private static final String INDENT = "  ";

  /** Every problem, and their number if there are several. Lines, each with its line end. */
  public String problems(List<Diagnostic> problems) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic problem : problems) {
      lines.addAll(lines(problem, word(problem), Ink.BOLD_RED));
      lines.add("");
    }
    if (problems.size() > 1) {
      lines.add(style().bold(problems.size() + " problems."));
    } else if (!lines.isEmpty()) {
      lines.removeLast();
    }
    return text(lines);
  }

  /** Something to know that stops nothing. */
  public String notice(Diagnostic notice) {
    return text(lines(notice, "warning", Ink.BOLD_YELLOW));
  }

  private static String word(Diagnostic problem) {
    return switch (problem.fault()) {
      case USER, ENVIRONMENT -> "error";
      case UNPROVEN -> "not proven";
      case BUG -> "bug in Slipway";
    };
  }

  private List<String> lines(Diagnostic problem, String word, Ink ink) {
    Glyphs glyphs = Glyphs.of(terminal);
    Prose prose = new Prose(terminal.columns());
    List<String> lines = new ArrayList<>();
    lines.add(
        style().paint(ink, word + "[" + problem.code() + "]:")
            + " "
            + style().bold(glyphs.plain(Printable.line(problem.summary()))));
    problem
        .location()
        .ifPresent(
            at ->
                lines.addAll(
                    new SourceQuote(style(), glyphs, Math.min(terminal.columns(), 120)).of(at)));
    lines.addAll(prose.wrap(glyphs.plain(problem.detail()), INDENT, INDENT));
    if (!problem.fix().isBlank()) {
      List<String> help = prose.wrap(glyphs.plain(problem.fix()), "help: ", INDENT);
      lines.add(style().paint(Ink.CYAN, "help:") + help.getFirst().substring("help:".length()));
      lines.addAll(help.subList(1, help.size()));
    }
    return lines;
  }

  private Style style() {
    return Style.of(terminal);
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
