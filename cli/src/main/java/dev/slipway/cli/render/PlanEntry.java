package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Step;
import dev.slipway.engine.plan.StepId.Verb;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a plan does about one resource; a replacement is one entry of two changes.
 *
 * @param changes in the plan's order
 */
record PlanEntry(ResourceId id, Action action, List<Change> changes) {

  /**
   * What becomes of the resource, in the order in which a plan is told: what destroys comes last.
   */
  enum Action {
    KEEP("=", "Unchanged:", Ink.DIM),
    WAIT("=", "To wait for (unchanged, but not ready yet):", Ink.CYAN),
    CREATE("+", "To create:", Ink.GREEN),
    UPDATE("~", "To change:", Ink.YELLOW),
    FORGET("", "No longer managed:", Ink.CYAN),
    REPLACE("-/+", "To replace:", Ink.RED),
    DELETE("-", "To delete:", Ink.RED);

    private final String sign;
    private final String heading;
    private final Ink ink;

    Action(String sign, String heading, Ink ink) {
      this.sign = sign;
      this.heading = heading;
      this.ink = ink;
    }

    String sign(Glyphs glyphs) {
      return this == FORGET ? glyphs.forget() : sign;
    }

    String heading() {
      return heading;
    }

    Ink ink() {
      return ink;
    }
  }

  /** The plan's entries, each where the last step of its resource is. */
  static List<PlanEntry> of(Plan plan) {
    Map<ResourceId, List<Change>> changes = new LinkedHashMap<>();
    for (Step step : plan.steps()) {
      List<Change> earlier = changes.remove(step.id().resource());
      List<Change> all = new ArrayList<>(earlier == null ? List.of() : earlier);
      all.add(step.change());
      changes.put(step.id().resource(), all);
    }
    return changes.entrySet().stream()
        .map(entry -> new PlanEntry(entry.getKey(), action(entry.getValue()), entry.getValue()))
        .toList();
  }

  private static Action action(List<Change> changes) {
    if (changes.size() > 1 && changes.getLast().verb() == Verb.CREATE) {
      return Action.REPLACE;
    }
    return switch (changes.getLast()) {
      case Change.Create _ -> Action.CREATE;
      case Change.Update _ -> Action.UPDATE;
      case Change.Delete _ -> Action.DELETE;
      case Change.Forget _ -> Action.FORGET;
      case Change.Keep keep -> keep.waits() ? Action.WAIT : Action.KEEP;
    };
  }
}
