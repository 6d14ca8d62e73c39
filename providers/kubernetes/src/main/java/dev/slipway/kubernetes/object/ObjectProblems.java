package dev.slipway.kubernetes.object;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a change to an object. */
final class ObjectProblems {
  static final String CONFLICT = "KUBERNETES-CONFLICT";

  private ObjectProblems() {}

  static Diagnostic conflict(ObjectKey key, List<Difference> conflicts) {
    return Diagnostic.environment(
        "KUBERNETES-CONFLICT",
        "Fields are managed by somebody else",
        key
            + " has fields that the stack sets and that something else has set otherwise since:\n"
            + conflicts.stream()
                .map(
                    conflict ->
                        "  "
                            + conflict.path()
                            + " is set by "
                            + String.join(", ", conflict.managers()))
                .collect(Collectors.joining("\n")),
        "Leave these fields out of the stack if the other manager is to set them, or make the other"
            + " manager leave them alone. To take them once and for all, set in the stack file:\n"
            + "  conflicts: take");
  }

  static Diagnostic replacesData(ObjectKey key, Diff diff) {
    return Diagnostic.user(
        "KUBERNETES-REPLACES-DATA",
        "A change would delete an object that holds data",
        "The Kubernetes API can't change "
            + diff.fields().stream()
                .filter(FieldChange::replaces)
                .map(FieldChange::path)
                .collect(Collectors.joining(", "))
            + " of "
            + key
            + ", and deleting it to make it anew would delete the data in it.",
        "Take the change back; or, if the data is to go, delete the object by hand and run the"
            + " command again.");
  }
}
