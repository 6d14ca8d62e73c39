package dev.slipway.engine.plan;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import java.util.stream.Collectors;

/** What can be wrong when a plan is made. */
final class PlanProblems {
  private PlanProblems() {}

  static Diagnostic foreign(ResourceId id, Observed observed) {
    return Diagnostic.user(
        "PLAN-FOREIGN",
        "A resource exists already and isn't this stack's",
        "The stack wants "
            + id
            + ", but one of that name is there and "
            + observed
                .holder()
                .map(holder -> "belongs to " + holder)
                .orElse("doesn't carry this stack's mark")
            + ". Slipway touches only what is its own.",
        "Give the resource another name, remove the one that is there, or take that stack down"
            + " first.");
  }

  static Diagnostic replacesData(ResourceId id, Diff diff) {
    String fields =
        diff.fields().stream()
            .filter(FieldChange::replaces)
            .map(FieldChange::path)
            .collect(Collectors.joining(", "));
    return Diagnostic.user(
        "PLAN-REPLACES-DATA",
        "A change would delete data that is to be kept",
        id
            + " can't be changed in place ("
            + fields
            + "): it would have to be deleted and made anew, and the stack file says to keep its"
            + " data.",
        "Take the change back, or let the stack file say that the data may be deleted:\n"
            + "  data: delete");
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
