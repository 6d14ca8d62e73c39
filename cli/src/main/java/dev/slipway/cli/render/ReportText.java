package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.verify.CheckResult;
import dev.slipway.engine.verify.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was proven, as people read it. */
public record ReportText(Terminal terminal) {

  /** A table of the checks and the verdict. Lines, each with its line end. */
  public String render(Report report) {
    Map<String, List<CheckResult>> systems = new LinkedHashMap<>();
    for (CheckResult result : report.results()) {
      systems.computeIfAbsent(result.system(), _ -> new ArrayList<>()).add(result);
    }
    StringBuilder text = new StringBuilder();
    systems.forEach(
        (system, results) -> {
          text.append(style().bold("Proof of " + system)).append('\n');
          table(results).forEach(line -> text.append(line).append('\n'));
          text.append('\n');
        });
    return text.append(verdict(report)).toString();
  }

  /** The verdict alone, with its line end. */
  public String verdict(Report report) {
    return style().paint(report.proven() ? Ink.BOLD_GREEN : Ink.BOLD_RED, sentence(report)) + "\n";
  }

  /** The problems of the checks that failed, to be told in full. */
  public static List<Diagnostic> problems(Report report) {
    return report.results().stream()
        .filter(CheckResult.Failed.class::isInstance)
        .map(result -> ((CheckResult.Failed) result).problem())
        .toList();
  }

  private static String sentence(Report report) {
    int all = report.results().size();
    String checks = all + (all == 1 ? " check" : " checks");
    String took = Durations.text(report.took());
    if (report.proven()) {
      List<String> systems = report.results().stream().map(CheckResult::system).distinct().toList();
      String serve = systems.size() == 1 ? " serves" : " serve";
      return "Proven: " + String.join(", ", systems) + serve + " (" + checks + " in " + took + ").";
    }
    if (all == 0) {
      return "NOT PROVEN: there was nothing to check.";
    }
    long passed = report.results().stream().filter(CheckResult.Passed.class::isInstance).count();
    String failed =
        report.results().stream()
            .filter(CheckResult.Failed.class::isInstance)
            .map(result -> result.system() + ", '" + result.check() + "'")
            .collect(Collectors.joining("; "));
    return "NOT PROVEN"
        + (failed.isEmpty() ? "" : ": " + failed)
        + " ("
        + passed
        + " of "
        + checks
        + " passed in "
        + took
        + ").";
  }

  private List<String> table(List<CheckResult> results) {
    Glyphs glyphs = Glyphs.of(terminal);
    int sign = Width.of(glyphs.passed());
    int names =
        Math.min(
            results.stream().mapToInt(result -> Width.of(result.check())).max().orElse(0),
            Math.max(terminal.columns() / 2 - 8, 8));
    int room = Math.min(terminal.columns(), 110) - 2 - sign - 1 - names - 2 - 2 - 10;
    List<String> lines = new ArrayList<>();
    for (CheckResult result : results) {
      Row row = row(result, glyphs);
      String name =
          Width.pad(Width.fit(Printable.line(row.check()), names, glyphs.ellipsis()), names);
      String time = Width.pad("", 10 - Width.of(row.time())) + row.time();
      String seen =
          room < 12
              ? ""
              : Width.fit(glyphs.plain(Printable.line(row.seen())), room, glyphs.ellipsis());
      lines.add(
          "  "
              + style().paint(row.ink(), row.sign())
              + " "
              + (time.isBlank() && seen.isEmpty() ? name.stripTrailing() : name + "  ")
              + style().dim(seen.isEmpty() && time.isBlank() ? "" : time)
              + (seen.isEmpty() ? "" : "  " + seen));
    }
    return lines;
  }

  private record Row(Ink ink, String sign, String check, String time, String seen) {}

  private static Row row(CheckResult result, Glyphs glyphs) {
    return switch (result) {
      case CheckResult.Passed(String _, String check, String seen, Duration took) ->
          new Row(Ink.GREEN, glyphs.passed(), check, Durations.text(took), seen);
      case CheckResult.Failed(String system, String check, Diagnostic problem, Duration took) ->
          new Row(
              Ink.RED, glyphs.failed(), check, Durations.text(took), seen(system, check, problem));
      case CheckResult.NotRun(String _, String check, String because) ->
          new Row(Ink.DIM, glyphs.skipped(), check, "", "not run: " + because);
    };
  }

  /** The problem's detail without the names that the row has already. */
  private static String seen(String system, String check, Diagnostic problem) {
    String prefix = system + ", '" + check + "': ";
    String detail = problem.detail();
    return detail.startsWith(prefix) ? detail.substring(prefix.length()) : detail;
  }

  private Style style() {
    return Style.of(terminal);
  }
}
