package dev.slipway.kubernetes.chart;

import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was in the cluster before: namespaces and definitions that others made are used as they are.
 *
 * @param live whether the cluster answers
 * @param owner this stack's mark
 */
record Surroundings(Cluster cluster, boolean live, String owner) {
  private static final Set<String> BUILT_IN =
      Set.of("default", "kube-system", "kube-public", "kube-node-lease");

  /** The namespace as an object of the stack, unless somebody else made it. */
  Optional<ApiObject> namespace(String name) {
    ApiObject namespace =
        new ApiObject(
            Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", name)));
    return BUILT_IN.contains(name) || foreign(namespace)
        ? Optional.empty()
        : Optional.of(namespace);
  }

  /** Whether the object is there and somebody else made it. */
  boolean foreign(ApiObject object) {
    return live
        && cluster
            .get(new ObjectKey(object.apiVersion(), object.kind(), Optional.empty(), object.name()))
            .filter(there -> !owner.equals(there.labels().get(Mark.OWNER)))
            .isPresent();
  }
}
