package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.event.Event.Outcome;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.verify.CheckResult;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The lines that stay of an apply: how each step ended. Plans, proofs and problems are told by
 * others, in full. Not safe for use by several threads.
 */
final class EventLines {
  private static final int MOST_SKIPPED = 5;

  private final Terminal terminal;
  private int skipped;

  EventLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /** One line or several, without the last line end. */
  Optional<String> of(Event event) {
    Glyphs glyphs = Glyphs.of(terminal);
    return switch (event) {
      case Event.StepFinished(StepId step, Duration took) ->
          line(Ink.GREEN, glyphs.passed(), Wording.finished(step, took));
      case Event.StepFailed(StepId step, Diagnostic problem, Duration took) ->
          line(Ink.RED, glyphs.failed(), Wording.failed(step, problem, took));
      case Event.StepSkipped(StepId step, String because) -> skipped(step, because);
      case Event.ApplyEnded(Outcome outcome, Duration took) -> ended(outcome, took);
      case Event.Noticed(Diagnostic notice) ->
          Optional.of(new DiagnosticText(terminal).notice(notice).stripTrailing());
      case Event.Stopping() ->
          line(Ink.YELLOW, glyphs.skipped(), "stopping: what is under way comes to its end first");
      case Event.ApplyStarted(int _) -> {
        skipped = 0;
        yield Optional.empty();
      }
      case Event.Planned(Plan _),
          Event.StepStarted(StepId _),
          Event.StepProgress(StepId _, OptionalDouble _, String _),
          Event.StepWaiting(StepId _, String _),
          Event.StepRetrying(StepId _, int _, Duration _, String _),
          Event.CheckStarted(String _, String _),
          Event.CheckEnded(CheckResult _),
          Event.Verified(Report _),
          Event.Swept(List<Leftover> _) ->
          Optional.empty();
    };
  }

  /** One failure can skip thousands: the first few tell enough, the end tells how many. */
  private Optional<String> skipped(StepId step, String because) {
    Glyphs glyphs = Glyphs.of(terminal);
    skipped++;
    if (skipped == MOST_SKIPPED + 1) {
      return line(Ink.DIM, glyphs.skipped(), "more steps were skipped" + glyphs.ellipsis());
    }
    return skipped > MOST_SKIPPED
        ? Optional.empty()
        : line(Ink.YELLOW, glyphs.skipped(), Wording.skipped(step, because));
  }

  private Optional<String> ended(Outcome outcome, Duration took) {
    if (outcome.clean() && outcome.finished() == 0) {
      return Optional.empty();
    }
    Ink ink = outcome.clean() ? Ink.BOLD : Ink.BOLD_RED;
    return Optional.of(Style.of(terminal).paint(ink, Wording.ended(outcome, took)));
  }

  private Optional<String> line(Ink ink, String sign, String text) {
    return Optional.of(Style.of(terminal).paint(ink, sign) + " " + Glyphs.of(terminal).plain(text));
  }
}
