package dev.slipway.engine.apply;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Attributes;

/** What the threads that make the calls tell the thread that owns the run. */
sealed interface Message {
  /** The call was made; what it made is waited for. */
  record Called(int step, Attributes attributes) implements Message {}

  /** The step ended well. */
  record Done(int step, Attributes attributes) implements Message {}

  /** The step ended badly. */
  record Broke(int step, Diagnostic problem) implements Message {}

  /**
   * The step was given up because the run was cancelled; whether its call did anything is seen by
   * looking.
   */
  record GaveUp(int step) implements Message {}

  /** The provider throttled a call of the step. */
  record Throttled(int step) implements Message {}

  /** The run was cancelled. */
  record Cancelled() implements Message {}
}
