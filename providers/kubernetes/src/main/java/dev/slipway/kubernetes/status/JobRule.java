package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import java.util.Optional;

/**
 * A Job is current when it has completed, and failed when it has given up. A suspended one isn't to
 * do anything, so it counts as current. Until then the attempts that failed are told, and whatever
 * keeps its pods from running at all fails it at once: that is no attempt that the Job would count.
 */
final class JobRule {
  private JobRule() {}

  static Status status(ApiObject live, Facts facts) {
    if (has(live, "Complete") || has(live, "SuccessCriteriaMet")) {
      return Status.CURRENT;
    }
    Optional<Condition> failed =
        Condition.find(live, "Failed")
            .filter(Condition::isTrue)
            .or(() -> Condition.find(live, "FailureTarget").filter(Condition::isTrue));
    if (failed.isPresent()) {
      String words = "the Job gave up: " + Phrase.line(failed.get().words());
      return switch (Workload.waiting(words, live, facts)) {
        case Status.InProgress(String reason) -> Status.failed(reason);
        case Status.Failed told -> told;
        case Status.Current _, Status.NotFound _, Status.Terminating _ -> Status.failed(words);
      };
    }
    if (live.at("spec", "suspend").filter(Boolean.TRUE::equals).isPresent()) {
      return Status.CURRENT;
    }
    return Workload.waiting(progress(live), live, facts);
  }

  private static String progress(ApiObject live) {
    long attempts = Workload.count(live, "failed");
    return Workload.count(live, "succeeded")
        + " of "
        + Phrase.count(live.number("spec", "completions").orElse(1L), "completion")
        + ", "
        + Phrase.count(Workload.count(live, "active"), "pod")
        + " running"
        + (attempts == 0
            ? ""
            : ", "
                + Phrase.count(attempts, "failed attempt")
                + " ("
                + live.number("spec", "backoffLimit").orElse(6L)
                + " may be repeated)");
  }

  private static boolean has(ApiObject live, String type) {
    return Condition.find(live, type).filter(Condition::isTrue).isPresent();
  }
}
