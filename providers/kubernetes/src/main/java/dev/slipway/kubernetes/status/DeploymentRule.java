package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Trouble;
import java.util.List;
import java.util.Optional;

/**
 * A Deployment is current when every replica is of the newest revision and available, and none of
 * an older one is left. While it is paused nothing is to happen, so it counts as current.
 */
final class DeploymentRule {
  private DeploymentRule() {}

  static Status status(ApiObject live, Facts facts) {
    if (Verdict.isUnseen(live)) {
      return Verdict.unseen();
    }
    long wanted = Workload.replicas(live);
    long updated = Workload.count(live, "updatedReplicas");
    long available = Workload.count(live, "availableReplicas");
    long all = Workload.count(live, "replicas");
    boolean paused = live.at("spec", "paused").filter(Boolean.TRUE::equals).isPresent();
    if (paused || (updated >= wanted && available >= wanted && all <= updated)) {
      return Status.CURRENT;
    }
    String progress = Workload.ready(Workload.count(live, "readyReplicas"), wanted);
    if (updated < wanted && all > updated) {
      progress += ", " + updated + " of the newest revision";
    } else if (all > updated) {
      progress += ", " + (all - updated) + " of an older revision to go";
    } else if (Workload.count(live, "readyReplicas") >= wanted) {
      progress += ", not yet for minReadySeconds";
    }
    List<Trouble> troubles = Workload.troubles(live, facts);
    Optional<Condition> overdue =
        Condition.find(live, "Progressing")
            .filter(Condition::isFalse)
            .filter(condition -> condition.reason().equals("ProgressDeadlineExceeded"));
    if (overdue.isPresent()) {
      progress +=
          " after "
              + live.number("spec", "progressDeadlineSeconds").orElse(600L)
              + " seconds without progress (progressDeadlineSeconds)";
      return failed(Verdict.of(progress, troubles));
    }
    return Verdict.of(progress, troubles);
  }

  private static Status failed(Status status) {
    return status instanceof Status.InProgress(String reason) ? Status.failed(reason) : status;
  }
}
