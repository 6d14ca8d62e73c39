package dev.slipway.kubernetes.hook;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can go wrong with hooks. */
final class HookProblems {
  private HookProblems() {}

  static Diagnostic foreign(ObjectKey key) {
    return Diagnostic.user(
        "KUBERNETES-HOOK-FOREIGN",
        "An object that isn't this stack's is in the way of a hook",
        "The hook "
            + key
            + " can't be made: an object of that name is there, and it carries neither this"
            + " stack's mark nor belongs to a release that is taken over. It was left as it is.",
        "Give the release another name, or look at the object and delete it if nobody needs it:\n  "
            + kubectl("delete", key));
  }

  static Diagnostic stuck(ApiObject object) {
    String finalizers =
        object.items("metadata", "finalizers").stream()
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return Diagnostic.environment(
        "KUBERNETES-HOOK-STUCK",
        "A hook of the run before doesn't go away",
        "The hook "
            + object.key()
            + " was deleted "
            + HookRun.PATIENCE.toMinutes()
            + " minutes ago, to be made anew, and is still there"
            + (finalizers.isEmpty() ? "." : ", held by the finalizers " + finalizers + "."),
        "Look for what should release it, and run the command again:\n  "
            + kubectl("describe", object.key()));
  }

  static Diagnostic failed(ObjectKey key, String reason) {
    return Diagnostic.environment(
        "KUBERNETES-HOOK-FAILED",
        "A hook of a chart failed while its release was removed",
        "The hook "
            + key
            + " failed: "
            + reason
            + " The chart wants it to run before or after the release's objects are removed.",
        "Mend what the reason says and run the command again. It runs the hook again.");
  }

  static Diagnostic givenUp(ObjectKey key) {
    return Diagnostic.environment(
        "KUBERNETES-HOOK-CANCELLED",
        "The wait for a hook was given up",
        "The run was cancelled while " + key + " was waited for.",
        "Run the command again: the hook then runs again.");
  }

  static Diagnostic unknown(ObjectKey key, Value.Ref<String> ref) {
    return Diagnostic.user(
        "KUBERNETES-TEST-UNKNOWN-VALUE",
        "A chart's test needs a value that isn't known beforehand",
        "The test "
            + key
            + " holds the value of "
            + ref
            + ". Tests are made ready before the stack is, so they can't refer to its resources.",
        "Give the chart a fixed value there, or leave its tests out.");
  }

  private static String kubectl(String verb, ObjectKey key) {
    String space = key.namespace().map(name -> " --namespace " + name).orElse("");
    return "kubectl "
        + verb
        + " "
        + key.groupKind().toLowerCase(Locale.ROOT)
        + " "
        + key.name()
        + space;
  }
}
