package dev.slipway.cli.render;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.verify.CheckResult;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Report;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is going on right now, as the events tell it. Not safe for use by several threads. */
final class Activity {
  private final Map<StepId, Task> running = new LinkedHashMap<>();
  private int total;
  private int finished;
  private int failed;
  private int skipped;
  private boolean applying;
  private long applyingSince;
  private Optional<Task> check = Optional.empty();
  private int checked;

  /** Something that runs, and what was last told of it. */
  static final class Task {
    private final String name;
    private final long since;
    private OptionalDouble fraction = OptionalDouble.empty();
    private String message = "";

    Task(String name, long since) {
      this.name = name;
      this.since = since;
    }

    String name() {
      return name;
    }

    /** Share done from 0 to 1, if it was told. */
    OptionalDouble fraction() {
      return fraction;
    }

    String message() {
      return message;
    }

    Duration elapsed(long now) {
      return Duration.ofNanos(now - since);
    }

    private void tell(OptionalDouble share, String text) {
      fraction = share;
      message = Printable.line(text);
    }
  }

  /**
   * @param now nanoseconds of a monotonic clock
   */
  void accept(Event event, long now) {
    switch (event) {
      case Event.ApplyStarted(int steps) -> {
        applying = true;
        applyingSince = now;
        total = steps;
        finished = 0;
        failed = 0;
        skipped = 0;
      }
      case Event.StepStarted(StepId step) -> running.put(step, new Task(step.toString(), now));
      case Event.StepProgress(StepId step, OptionalDouble fraction, String message) ->
          tell(step, fraction, message);
      case Event.StepWaiting(StepId step, String reason) ->
          tell(step, OptionalDouble.empty(), reason);
      case Event.StepRetrying(StepId step, int attempt, Duration pause, String reason) ->
          tell(step, OptionalDouble.empty(), Wording.retry(attempt, pause, reason));
      case Event.StepFinished(StepId step, Duration _) -> {
        running.remove(step);
        finished++;
      }
      case Event.StepFailed(StepId step, Diagnostic _, Duration _) -> {
        running.remove(step);
        failed++;
      }
      case Event.StepSkipped(StepId step, String _) -> {
        running.remove(step);
        skipped++;
      }
      case Event.ApplyEnded(Event.Outcome _, Duration _) -> {
        running.clear();
        applying = false;
      }
      case Event.CheckStarted(String system, String name) ->
          check = Optional.of(new Task("prove " + system + ": " + name, now));
      case Event.CheckEnded(CheckResult _) -> {
        check = Optional.empty();
        checked++;
      }
      case Event.Verified(Report _) -> {
        check = Optional.empty();
        checked = 0;
      }
      case Event.Planned(Plan _),
          Event.Swept(List<Leftover> _),
          Event.Noticed(Diagnostic _),
          Event.Stopping() -> {}
    }
  }

  private void tell(StepId step, OptionalDouble fraction, String message) {
    Task task = running.get(step);
    if (task != null) {
      task.tell(fraction, message);
    }
  }

  /** The steps that run, the one that runs longest first. */
  Map<StepId, Task> running() {
    return running;
  }

  boolean applying() {
    return applying;
  }

  Duration applyingFor(long now) {
    return Duration.ofNanos(now - applyingSince);
  }

  /** Number of steps that the plan has to do. */
  int total() {
    return total;
  }

  /** Number of steps that came to any end. */
  int ended() {
    return finished + failed + skipped;
  }

  int failed() {
    return failed;
  }

  /** The check that runs. */
  Optional<Task> check() {
    return check;
  }

  /** Number of checks of this verification that have ended. */
  int checked() {
    return checked;
  }
}
