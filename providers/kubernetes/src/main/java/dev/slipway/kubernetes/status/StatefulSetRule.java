package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Outlook;
import dev.slipway.kubernetes.status.trouble.PodTrouble;
import dev.slipway.kubernetes.status.trouble.Trouble;
import java.util.List;
import java.util.Optional;

/**
 * A StatefulSet is current when every replica is available and those that the partition doesn't
 * hold back are of the newest revision; with {@code OnDelete} the revision doesn't matter.
 *
 * <p>Its controller never replaces a pod of an earlier revision that isn't ready, whatever is
 * changed ("forced rollback" in the Kubernetes documentation of StatefulSets): that is said, and is
 * hopeless if that pod's own trouble is.
 */
final class StatefulSetRule {
  private StatefulSetRule() {}

  static Status status(ApiObject live, Facts facts) {
    if (Verdict.isUnseen(live)) {
      return Verdict.unseen();
    }
    long wanted = Workload.replicas(live);
    long ready = Workload.count(live, "readyReplicas");
    long available =
        live.number("status", "availableReplicas").orElse(ready); // not written by old servers
    boolean onDelete = live.text("spec", "updateStrategy", "type").orElse("").equals("OnDelete");
    long partition = live.number("spec", "updateStrategy", "rollingUpdate", "partition").orElse(0L);
    long toUpdate = onDelete ? 0 : Math.max(0, wanted - partition);
    long updated =
        live.text("status", "currentRevision").equals(live.text("status", "updateRevision"))
            ? wanted
            : Workload.count(live, "updatedReplicas");
    boolean allThere = available >= wanted && Workload.count(live, "replicas") <= wanted;
    if (allThere && updated >= toUpdate) {
      return Status.CURRENT;
    }
    String progress = Workload.ready(ready, wanted);
    if (updated < toUpdate) {
      progress += ", " + updated + " of the newest revision";
    } else if (Workload.count(live, "replicas") > wanted) {
      progress += ", " + (Workload.count(live, "replicas") - wanted) + " too many";
    }
    Optional<Trouble> stuck = updated < toUpdate ? stuck(live, facts) : Optional.empty();
    return stuck.isPresent()
        ? Verdict.of(progress, List.of(stuck.get()))
        : Workload.waiting(progress, live, facts);
  }

  private static Optional<Trouble> stuck(ApiObject live, Facts facts) {
    String newest = live.text("status", "updateRevision").orElse("");
    return facts.related("Pod").stream()
        .filter(pod -> !pod.deleting())
        .filter(
            pod -> !pod.labels().getOrDefault("controller-revision-hash", newest).equals(newest))
        .flatMap(pod -> PodTrouble.of(pod, facts).stream())
        .filter(trouble -> trouble.outlook() != Outlook.WORKING)
        .findFirst()
        .map(
            trouble ->
                new Trouble(
                    trouble.subject(),
                    "is of an earlier revision and must be deleted by hand before the newest can "
                        + "take its place; "
                        + trouble.why(),
                    trouble.outlook(),
                    trouble.log()));
  }
}
