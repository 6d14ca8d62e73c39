package dev.slipway.kubernetes.removal;

import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who handles a finalizer, and what becomes of one that nobody handles any more.
 *
 * @param owner mark of the stack that is being removed
 */
record Finalizers(Cluster cluster, String owner) {
  /** Finalizers of Kubernetes and of widespread controllers, and who takes them away. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("foregroundDeletion", "the garbage collector"),
          Map.entry("orphan", "the garbage collector"),
          Map.entry("kubernetes", "the namespace controller"),
          Map.entry("kubernetes.io/pvc-protection", "the volume protection controller"),
          Map.entry("kubernetes.io/pv-protection", "the volume protection controller"),
          Map.entry("batch.kubernetes.io/job-tracking", "the job controller"),
          Map.entry(
              "service.kubernetes.io/load-balancer-cleanup",
              "the cloud's load balancer controller, when the load balancer is gone"),
          Map.entry("service.k8s.aws/resources", "the AWS Load Balancer Controller"),
          Map.entry("ingress.k8s.aws/resources", "the AWS Load Balancer Controller"),
          Map.entry("elbv2.k8s.aws/resources", "the AWS Load Balancer Controller"),
          Map.entry("karpenter.sh/termination", "Karpenter"),
          Map.entry(
              "customresourcecleanup.apiextensions.k8s.io",
              "the API server, when no object of the kind is left"));

  private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "DaemonSet");

  /** For people: {@code finalizer x/y, which the controller of x takes away}. */
  static String told(String finalizer) {
    String known = KNOWN.get(finalizer);
    if (known != null) {
      return "finalizer " + finalizer + ", which " + known + " takes away";
    }
    int slash = finalizer.indexOf('/');
    String domain = slash < 0 ? finalizer : finalizer.substring(0, slash);
    return "finalizer "
        + finalizer
        + ", which the controller of "
        + domain
        + " takes away (if that is gone, nobody will)";
  }

  /**
   * Takes the finalizers from an object of ours that nobody can handle any more: its kind was
   * defined by this stack, and none of the stack's workloads is left that could be its controller.
   * Those of Kubernetes itself are left alone.
   *
   * @return whether some were taken
   */
  boolean release(ApiObject live) {
    List<String> finalizers = Holders.texts(live, "metadata", "finalizers");
    List<String> handled = finalizers.stream().filter(KNOWN::containsKey).toList();
    if (handled.size() == finalizers.size()
        || !isOurs(live)
        || !isDefinedByUs(live)
        || hasWorkloads()) {
      return false;
    }
    cluster.patch(
        live.key(),
        List.of(
            Map.of("op", "test", "path", "/metadata/finalizers", "value", finalizers),
            Map.of("op", "replace", "path", "/metadata/finalizers", "value", handled)));
    return true;
  }

  private boolean isOurs(ApiObject object) {
    return owner.equals(object.labels().get(Mark.OWNER));
  }

  private boolean isDefinedByUs(ApiObject live) {
    String group = live.key().group();
    return cluster
        .listMetadata(
            "apiextensions.k8s.io/v1",
            "CustomResourceDefinition",
            Optional.empty(),
            Mark.OWNER + "=" + owner)
        .stream()
        .anyMatch(definition -> definition.name().endsWith("." + group));
  }

  private boolean hasWorkloads() {
    return WORKLOADS.stream()
        .anyMatch(
            kind ->
                !cluster
                    .listMetadata("apps/v1", kind, Optional.empty(), Mark.OWNER + "=" + owner)
                    .isEmpty());
  }
}
