package dev.slipway.engine.plan;

import java.util.List;
import java.util.Objects;

/**
 * One step of a plan.
 *
 * @param after steps that must have ended well before this one begins
 */
public record Step(StepId id, Change change, List<StepId> after) {
  public Step {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(change, "change");
    after = List.copyOf(after);
  }

  /** Whether there is anything to do or to write down. */
  public boolean acts() {
    return !(change instanceof Change.Keep(var _, var _, boolean waits, boolean noted))
        || waits
        || noted;
  }
}
