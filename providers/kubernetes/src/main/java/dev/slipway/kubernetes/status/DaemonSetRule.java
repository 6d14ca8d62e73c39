package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Facts;

/**
 * A DaemonSet is current when each node that it is meant for has an available pod of the newest
 * revision; with {@code OnDelete} the revision doesn't matter. If it is meant for no node, nothing
 * is missing.
 */
final class DaemonSetRule {
  private DaemonSetRule() {}

  static Status status(ApiObject live, Facts facts) {
    if (Verdict.isUnseen(live)) {
      return Verdict.unseen();
    }
    long wanted = Workload.count(live, "desiredNumberScheduled");
    long available = Workload.count(live, "numberAvailable");
    boolean onDelete = live.text("spec", "updateStrategy", "type").orElse("").equals("OnDelete");
    long updated = onDelete ? wanted : Workload.count(live, "updatedNumberScheduled");
    if (available >= wanted && updated >= wanted) {
      return Status.CURRENT;
    }
    String progress = "ready on " + Workload.count(live, "numberReady") + " of " + wanted;
    progress += wanted == 1 ? " node" : " nodes";
    if (updated < wanted && Workload.count(live, "currentNumberScheduled") > updated) {
      progress += ", " + updated + " of the newest revision";
    }
    return Workload.waiting(progress, live, facts);
  }
}
