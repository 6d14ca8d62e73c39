package dev.slipway.kubernetes.hook;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.function.Function;

/**
 * How a hook's object stands. As with Helm, a Job and a Pod have ended when they have completed,
 * and everything else is done when it is made.
 */
record HookEnd(HookPhase phase, String reason) {

  /**
   * @param readiness tells why an object isn't ready
   */
  static HookEnd of(ApiObject object, Function<ApiObject, Status> readiness) {
    if (!HookSpec.runs(object.key())) {
      return new HookEnd(HookPhase.DONE, "");
    }
    boolean job = object.kind().equals("Job");
    if (job ? condition(object, "Complete") : phase(object, "Succeeded")) {
      return new HookEnd(HookPhase.DONE, "");
    }
    boolean failed = job ? condition(object, "Failed") : phase(object, "Failed");
    Status status = readiness.apply(object);
    if (status instanceof Status.Failed(String why)) {
      return new HookEnd(HookPhase.FAILED, why);
    }
    if (failed) {
      return new HookEnd(HookPhase.FAILED, message(object));
    }
    return new HookEnd(
        HookPhase.RUNNING,
        status instanceof Status.InProgress(String why) ? why : "it hasn't ended yet");
  }

  private static boolean condition(ApiObject job, String type) {
    return job.objects("status", "conditions").stream()
        .anyMatch(
            condition ->
                condition.text("type").filter(type::equals).isPresent()
                    && condition.text("status").filter("True"::equals).isPresent());
  }

  private static boolean phase(ApiObject pod, String phase) {
    return pod.text("status", "phase").filter(phase::equals).isPresent();
  }

  private static String message(ApiObject object) {
    return object.objects("status", "conditions").stream()
        .filter(condition -> condition.text("type").filter("Failed"::equals).isPresent())
        .flatMap(condition -> condition.text("message").stream())
        .findFirst()
        .or(() -> object.text("status", "message"))
        .orElse("it ended with a failure");
  }
}
