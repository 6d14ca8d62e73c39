package dev.slipway.cli.render;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event.Outcome;
import dev.slipway.engine.plan.StepId;
import java.time.Duration;

/** The sentences of the displays. */
final class Wording {
  private Wording() {}

  static String finished(StepId step, Duration took) {
    String done =
        switch (step.verb()) {
          case CREATE -> "created";
          case UPDATE -> "changed";
          case DELETE -> "deleted";
          case FORGET -> "forgot";
          case KEEP -> "found";
        };
    return done + " " + step.resource() + " (" + Durations.text(took) + ")";
  }

  static String failed(StepId step, Diagnostic problem, Duration took) {
    return step
        + " failed after "
        + Durations.text(took)
        + ": "
        + Printable.line(problem.summary())
        + " ["
        + problem.code()
        + "]";
  }

  static String skipped(StepId step, String because) {
    return step + " was skipped: " + Printable.line(because);
  }

  static String retry(int attempt, Duration pause, String reason) {
    return "attempt "
        + attempt
        + " was refused, again in "
        + Durations.text(pause)
        + ": "
        + Printable.line(reason);
  }

  static String started(int steps) {
    return "Applying " + steps(steps) + ".";
  }

  static String ended(Outcome outcome, Duration took) {
    String in = " in " + Durations.text(took);
    if (outcome.clean()) {
      return "Applied " + steps(outcome.finished()) + in + ".";
    }
    int all = outcome.finished() + outcome.failed() + outcome.skipped();
    return (outcome.cancelled() ? "Stopped: applied " : "Applied ")
        + outcome.finished()
        + " of "
        + steps(all)
        + in
        + (outcome.failed() == 0 ? "" : ", " + outcome.failed() + " failed")
        + (outcome.skipped() == 0 ? "" : ", " + outcome.skipped() + " skipped")
        + ".";
  }

  private static String steps(int steps) {
    return steps == 1 ? "1 step" : steps + " steps";
  }
}
