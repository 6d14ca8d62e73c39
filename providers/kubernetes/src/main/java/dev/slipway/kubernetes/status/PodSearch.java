package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pods of a workload that aren't ready; of a Deployment those of its newest revision. */
final class PodSearch {
  private static final String REVISION = "deployment.kubernetes.io/revision";
  private static final String HASH = "pod-template-hash";
  private static final int MOST = 100;

  private final Cluster cluster;

  PodSearch(Cluster cluster) {
    this.cluster = cluster;
  }

  /** The pods, and of a Deployment its newest ReplicaSet. */
  List<ApiObject> of(ApiObject workload) {
    Optional<String> selector = Selector.of(workload);
    if (selector.isEmpty()) {
      return List.of();
    }
    if (!workload.kind().equals("Deployment")) {
      return pods(workload, selector.get());
    }
    Optional<ApiObject> newest =
        owned(workload, "apps/v1", "ReplicaSet", selector.get()).stream()
            .max(Comparator.comparingLong(PodSearch::revision));
    List<ApiObject> found = new ArrayList<>();
    newest.ifPresent(
        set -> {
          String hash = set.labels().getOrDefault(HASH, "");
          found.add(set);
          found.addAll(
              pods(
                  set, hash.isEmpty() ? selector.get() : selector.get() + "," + HASH + "=" + hash));
        });
    return found;
  }

  private List<ApiObject> pods(ApiObject owner, String selector) {
    return owned(owner, "v1", "Pod", selector).stream()
        .filter(pod -> Condition.find(pod, "Ready").filter(Condition::isTrue).isEmpty())
        .sorted(Comparator.comparing(ApiObject::name))
        .limit(MOST)
        .toList();
  }

  private List<ApiObject> owned(ApiObject owner, String version, String kind, String selector) {
    String uid = owner.text("metadata", "uid").orElse("");
    return Refusals.or(
            List.<ApiObject>of(), () -> cluster.list(version, kind, owner.namespace(), selector))
        .stream()
        .filter(
            object ->
                object.objects("metadata", "ownerReferences").stream()
                    .anyMatch(reference -> reference.text("uid").orElse("-").equals(uid)))
        .toList();
  }

  private static long revision(ApiObject replicaSet) {
    try {
      return Long.parseLong(replicaSet.annotations().getOrDefault(REVISION, "0"));
    } catch (NumberFormatException _) {
      return 0;
    }
  }
}
