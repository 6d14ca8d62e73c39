package dev.slipway.kubernetes.removal;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.List;

/** Why an object isn't removed. */
final class RemovalProblems {
  private RemovalProblems() {}

  static Diagnostic definitionInUse(ObjectKey key, List<String> objects) {
    return Diagnostic.environment(
        "KUBERNETES-DEFINITION-IN-USE",
        "A definition has objects that aren't this stack's",
        "With "
            + key
            + " every object of its kind would go, and these don't carry this stack's mark: "
            + named(objects)
            + ".",
        "Delete them or move them to another cluster. Then run the same command again.");
  }

  static Diagnostic namespaceInUse(ObjectKey key, List<String> objects) {
    return Diagnostic.environment(
        "KUBERNETES-NAMESPACE-IN-USE",
        "A namespace has objects of others",
        "With "
            + key
            + " everything in it would go, and these belong to another stack or Helm release: "
            + named(objects)
            + ".",
        "Remove the other stack or release first, or let the namespace stay by making it by hand"
            + " and not by the stack. Then run the same command again.");
  }

  static String named(List<String> objects) {
    int most = 10;
    return String.join(", ", objects.subList(0, Math.min(most, objects.size())))
        + (objects.size() > most ? " and " + (objects.size() - most) + " more" : "");
  }
}
