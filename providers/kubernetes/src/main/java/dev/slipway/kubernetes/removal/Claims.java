package dev.slipway.kubernetes.removal;

import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The claims that a StatefulSet made from its templates. They hold data and outlive it, so that one
 * that takes its place finds its data; they go when the stack goes and says so.
 *
 * @param owner the stack's mark
 * @param stack the stack's name
 */
record Claims(Cluster cluster, String owner, String stack) {

  /**
   * Marks the claims as to go with the stack, or takes that mark away, as the StatefulSet says.
   *
   * @return the names of those that are kept
   */
  List<String> settle(ApiObject statefulSet) {
    boolean goes = Mark.DELETE.equals(statefulSet.annotations().get(Mark.CLAIMS));
    List<String> kept = new ArrayList<>();
    for (ApiObject claim : of(statefulSet)) {
      if (goes != goes(claim, owner)) {
        mark(claim, goes);
      }
      if (!goes) {
        kept.add(claim.name());
      }
    }
    return kept;
  }

  /** Whether a claim goes with the stack. */
  static boolean goes(ApiObject claim, String owner) {
    return owner.equals(claim.labels().get(Mark.OWNER))
        && Mark.DELETE.equals(claim.labels().get(Mark.CLAIMS));
  }

  private List<ApiObject> of(ApiObject statefulSet) {
    String templates =
        statefulSet.objects("spec", "volumeClaimTemplates").stream()
            .map(template -> Pattern.quote(template.name()))
            .collect(Collectors.joining("|"));
    if (templates.isEmpty()) {
      return List.of();
    }
    Pattern name =
        Pattern.compile("(" + templates + ")-" + Pattern.quote(statefulSet.name()) + "-[0-9]+");
    return cluster.listMetadata("v1", "PersistentVolumeClaim", statefulSet.namespace(), "").stream()
        .filter(claim -> name.matcher(claim.name()).matches())
        .toList();
  }

  private void mark(ApiObject claim, boolean goes) {
    Map<String, Object> labels = new TreeMap<>();
    if (goes) {
      labels.put(Mark.OWNER, owner);
      labels.put(Mark.STACK, stack);
      labels.put(Mark.CLAIMS, Mark.DELETE);
    }
    ApiObject marked =
        new ApiObject(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "PersistentVolumeClaim",
                "metadata",
                Map.of(
                    "name",
                    claim.name(),
                    "namespace",
                    claim.namespace().orElse(""),
                    "labels",
                    labels)));
    cluster.apply(marked, new Application(ObjectSpec.SLIPWAY, true, false));
  }
}
