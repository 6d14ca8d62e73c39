package dev.slipway.engine.plan;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.ResourceId;

/** What can be wrong when a plan is made. */
final class PlanProblems {
  private PlanProblems() {}

  static Diagnostic foreign(ResourceId id) {
    return Diagnostic.user(
        "PLAN-FOREIGN",
        "A resource exists already and isn't this stack's",
        "The stack wants "
            + id
            + ", but one of that name is there and doesn't carry this stack's mark. Slipway touches"
            + " only what is its own.",
        "Give the resource another name, remove the one that is there, or take that stack down"
            + " first.");
  }

  static Diagnostic noHandler(ResourceId id) {
    return Diagnostic.user(
        "PLAN-OTHER-TARGET",
        "The stack was launched on another target",
        "The journal knows " + id + ", which this target has no provider for.",
        "Set the target back to the one that the stack was launched on and take it down there"
            + " first.");
  }
}
