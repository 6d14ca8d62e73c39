package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Facts;

/**
 * A ReplicaSet or ReplicationController is current when it has the replicas it wants, available.
 */
final class ReplicaSetRule {
  private ReplicaSetRule() {}

  static Status status(ApiObject live, Facts facts) {
    if (Verdict.isUnseen(live)) {
      return Verdict.unseen();
    }
    long wanted = Workload.replicas(live);
    long there = Workload.count(live, "replicas");
    if (Workload.count(live, "availableReplicas") >= wanted && there <= wanted) {
      return Status.CURRENT;
    }
    String progress = Workload.ready(Workload.count(live, "readyReplicas"), wanted);
    return Workload.waiting(
        there > wanted ? progress + ", " + (there - wanted) + " too many" : progress, live, facts);
  }
}
