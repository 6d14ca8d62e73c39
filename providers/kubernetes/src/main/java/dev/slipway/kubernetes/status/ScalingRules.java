package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import dev.slipway.kubernetes.status.trouble.Telling;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What bounds the number of pods. */
final class ScalingRules {
  /** Metrics come a minute or two after the pods; three minutes without are no delay any more. */
  private static final Duration NO_METRICS = Duration.ofMinutes(3);

  private ScalingRules() {}

  /**
   * An autoscaler is current unless it can't get and set the scale. Before its controller's first
   * look, which takes up to 15 seconds, and without metrics it leaves its target as it is, which
   * serves: metrics may come later, or with another stack.
   */
  static Status autoscaler(ApiObject live, Facts facts) {
    for (String type : new String[] {"AbleToScale", "ScalingActive"}) {
      Optional<Condition> condition =
          Condition.find(live, type).filter(said -> !said.isTrue() && !isHarmless(said.reason()));
      if (condition.isPresent()) {
        String why =
            (type.equals("AbleToScale") ? "can't scale: " : "doesn't scale: ")
                + Phrase.line(condition.get().words());
        boolean stays =
            facts.about(live).stream()
                .filter(Telling::warning)
                .anyMatch(telling -> telling.insists(3, NO_METRICS));
        return stays ? Status.failed(why) : Status.inProgress(why);
      }
    }
    return Status.CURRENT;
  }

  private static boolean isHarmless(String reason) {
    return reason.equals("ScalingDisabled")
        || (reason.startsWith("FailedGet") && reason.endsWith("Metric"));
  }

  /**
   * A budget is current when its controller has counted for it: whether its pods are there is not
   * its own matter, since it may come before them.
   */
  static Status budget(ApiObject live, Facts facts) {
    if (Verdict.isUnseen(live)) {
      return Verdict.unseen();
    }
    return Condition.find(live, "DisruptionAllowed")
        .filter(condition -> condition.reason().equals("SyncFailed"))
        .map(
            condition -> Status.inProgress("can't be counted: " + Phrase.line(condition.message())))
        .orElse(Status.CURRENT);
  }

  /** A quota is current when what it bounds has been counted. */
  static Status quota(ApiObject live, Facts facts) {
    Object wanted = live.at("spec", "hard").orElse(Map.of());
    return wanted.equals(live.at("status", "hard").orElse(Map.of()))
        ? Status.CURRENT
        : Verdict.waiting("what it bounds has not been counted yet", live, facts);
  }
}
