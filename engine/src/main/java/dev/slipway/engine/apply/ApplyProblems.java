package dev.slipway.engine.apply;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.stream.Collectors;

/** What can go wrong while a plan is applied. */
final class ApplyProblems {
  private ApplyProblems() {}

  static Diagnostic stale(Plan plan, State state) {
    return Diagnostic.user(
        "PLAN-STALE",
        "The plan was made against an older state",
        "The plan was made when the journal had "
            + plan.serial()
            + " entries"
            + (plan.lineage().equals(state.lineage()) ? "" : " (of another journal)")
            + "; it has "
            + state.serial()
            + " now. What it says may no longer be what would happen.",
        "Make the plan again:\n  slipway plan -o plan.json");
  }

  static Diagnostic diverged(ResourceId id, Diff promised, Diff actual) {
    return Diagnostic.environment(
        "PLAN-DIVERGED",
        "The change isn't what the plan promised",
        "Now that everything it depends on is known, "
            + id
            + " would change differently than the plan said.\n"
            + "  promised: "
            + fields(promised.fields())
            + "\n  actual:   "
            + fields(actual.fields()),
        "Nothing was changed on it. Look at the new plan, then go on:\n  slipway plan");
  }

  static Diagnostic gone(ResourceId id) {
    return Diagnostic.environment(
        "PLAN-DIVERGED",
        "The change isn't what the plan promised",
        id + " was there when the plan was made, and is not there any more.",
        "Nothing was changed on it. Look at the new plan, then go on:\n  slipway plan");
  }

  static Diagnostic foreign(ResourceId id, Observed observed) {
    return Diagnostic.environment(
        "APPLY-FOREIGN",
        "A resource isn't this stack's any more",
        id
            + " is there, but "
            + observed
                .holder()
                .map(holder -> "belongs to " + holder)
                .orElse("doesn't carry this stack's mark")
            + ": it was made by something else after the plan was. Slipway touches only what is its"
            + " own.",
        "Remove the one that is there or give the resource another name. Then run the same command"
            + " again.");
  }

  static Diagnostic unknownReference(ResourceId id, Value.Ref<?> ref) {
    return Diagnostic.bug(
        "APPLY-UNKNOWN-REFERENCE",
        "A value stayed unknown",
        id
            + " refers to "
            + ref
            + ", and "
            + ref.resource()
            + " was made without telling that attribute.");
  }

  static Diagnostic failed(ResourceId id, String reason) {
    return Diagnostic.environment(
        "APPLY-NOT-CURRENT",
        "A resource was made but doesn't work",
        id + " exists, but it failed: " + reason,
        "Mend the cause, then run the same command again: it goes on from here.");
  }

  static Diagnostic timeout(ResourceId id, Waiting waiting, String reason) {
    return Diagnostic.environment(
        "APPLY-TIMEOUT",
        "A resource was made but did not become ready in time",
        id
            + " was waited for "
            + waiting.timeout().toSeconds()
            + " seconds. What it waits for: "
            + reason,
        "Mend the cause, then run the same command again: it goes on from here.");
  }

  static Diagnostic stillThere(ResourceId id, Waiting waiting, String reason) {
    return Diagnostic.environment(
        "APPLY-NOT-GONE",
        "A resource was deleted but is still there",
        id
            + " was waited for "
            + waiting.timeout().toSeconds()
            + " seconds. What holds it: "
            + reason,
        "Mend the cause, then run the same command again.");
  }

  static Diagnostic bug(ResourceId id, Throwable thrown) {
    return Diagnostic.bug(
        "APPLY-BUG",
        "A step failed in a way that it never should",
        id
            + ": "
            + thrown
            + " at "
            + (thrown.getStackTrace().length > 0 ? thrown.getStackTrace()[0] : "an unknown place")
            + ".");
  }

  private static String fields(List<FieldChange> fields) {
    return fields.isEmpty()
        ? "no change"
        : fields.stream()
            .map(
                f ->
                    f.path()
                        + ": "
                        + shown(f.before())
                        + " → "
                        + shown(f.after())
                        + (f.replaces() ? " (replaces)" : ""))
            .collect(Collectors.joining(", "));
  }

  private static String shown(Object value) {
    return switch (value) {
      case FieldChange.Unset _ -> "(not set)";
      case FieldChange.Unknown _ -> "(known after create)";
      case Value.Secret<?> _ -> "(secret)";
      default -> value.toString();
    };
  }
}
