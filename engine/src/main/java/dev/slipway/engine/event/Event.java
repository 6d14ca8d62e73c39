package dev.slipway.engine.event;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.verify.CheckResult;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Report;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Something that happened while a command worked; all that a display knows. Holds no plaintext
 * secret.
 */
public sealed interface Event {
  /** A plan was made. */
  record Planned(Plan plan) implements Event {}

  /**
   * The plan is being applied.
   *
   * @param steps number of steps that do something
   */
  record ApplyStarted(int steps) implements Event {}

  record StepStarted(StepId step) implements Event {}

  /**
   * A step told how far it is.
   *
   * @param fraction share done from 0 to 1, if it is known
   */
  record StepProgress(StepId step, OptionalDouble fraction, String message) implements Event {}

  /** The call was made; the resource isn't current yet. */
  record StepWaiting(StepId step, String reason) implements Event {}

  /**
   * A call was refused and is made again.
   *
   * @param attempt number of the attempt that failed, from 1
   * @param pause until the next one
   */
  record StepRetrying(StepId step, int attempt, Duration pause, String reason) implements Event {}

  record StepFinished(StepId step, Duration took) implements Event {}

  record StepFailed(StepId step, Diagnostic problem, Duration took) implements Event {}

  /**
   * @param because the step whose failure keeps this one from being begun, or that the run was
   *     cancelled
   */
  record StepSkipped(StepId step, String because) implements Event {}

  /**
   * The plan was applied as far as it could be.
   *
   * @param outcome what became of the steps
   */
  record ApplyEnded(Outcome outcome, Duration took) implements Event {}

  /** How many steps came to which end. */
  record Outcome(int finished, int failed, int skipped, boolean cancelled) {
    public boolean clean() {
      return failed == 0 && skipped == 0 && !cancelled;
    }
  }

  record CheckStarted(String system, String check) implements Event {}

  record CheckEnded(CheckResult result) implements Event {}

  record Verified(Report report) implements Event {}

  /**
   * A removal was looked over.
   *
   * @param leftovers what is still there; empty is the proof
   */
  record Swept(List<Leftover> leftovers) implements Event {}

  /** Something that the user should know and that stops nothing. */
  record Noticed(Diagnostic notice) implements Event {}

  /** The user asked for a stop: nothing more is begun, what is under way comes to its end. */
  record Stopping() implements Event {}
}
