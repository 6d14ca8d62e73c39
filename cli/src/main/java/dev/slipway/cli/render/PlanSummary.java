package dev.slipway.cli.render;

import dev.slipway.cli.render.PlanEntry.Action;
import dev.slipway.engine.plan.Plan;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A plan in one sentence. */
final class PlanSummary {
  private PlanSummary() {}

  /** For example {@code Plan: 9 to create, 0 to change, 0 to replace, 0 to delete, 3 unchanged.} */
  static String of(Plan plan) {
    List<PlanEntry> entries = PlanEntry.of(plan);
    Map<Action, Integer> counts = new EnumMap<>(Action.class);
    entries.forEach(entry -> counts.merge(entry.action(), 1, Integer::sum));
    int waiting = counts.getOrDefault(Action.WAIT, 0);
    int unchanged = counts.getOrDefault(Action.KEEP, 0) + waiting;
    String waits = waiting == 0 ? "" : " (" + waiting + " not ready yet)";
    if (entries.isEmpty()) {
      return "Nothing to change: the stack " + plan.stack() + " has no resources.";
    }
    if (unchanged == entries.size()) {
      return "Nothing to change: "
          + (unchanged == 1 ? "the 1 resource is" : "all " + unchanged + " resources are")
          + " as the stack file says"
          + waits
          + ".";
    }
    int forgotten = counts.getOrDefault(Action.FORGET, 0);
    return "Plan: "
        + counts.getOrDefault(Action.CREATE, 0)
        + " to create, "
        + counts.getOrDefault(Action.UPDATE, 0)
        + " to change, "
        + counts.getOrDefault(Action.REPLACE, 0)
        + " to replace, "
        + counts.getOrDefault(Action.DELETE, 0)
        + " to delete, "
        + (forgotten == 0 ? "" : forgotten + " to forget, ")
        + unchanged
        + " unchanged"
        + waits
        + ".";
  }
}
