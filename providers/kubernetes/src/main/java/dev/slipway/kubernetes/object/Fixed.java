package dev.slipway.kubernetes.object;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields that the API doesn't let change, as the validation of Kubernetes 1.31 to 1.35 says ({@code
 * pkg/apis/<group>/validation} of its sources). Paths are without what tells items apart.
 */
final class Fixed {
  private static final Map<String, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry("Deployment.apps", List.of("spec.selector")),
          Map.entry("DaemonSet.apps", List.of("spec.selector")),
          Map.entry("ReplicaSet.apps", List.of("spec.selector")),
          Map.entry("StatefulSet.apps", List.of("spec")),
          Map.entry(
              "Job.batch",
              List.of(
                  "spec.selector",
                  "spec.template",
                  "spec.completions",
                  "spec.completionMode",
                  "spec.podFailurePolicy",
                  "spec.successPolicy",
                  "spec.backoffLimitPerIndex",
                  "spec.managedBy")),
          Map.entry("Service", List.of("spec.clusterIP", "spec.clusterIPs")),
          Map.entry("PersistentVolumeClaim", List.of("spec")),
          Map.entry("PersistentVolume", List.of("spec")),
          Map.entry(
              "StorageClass.storage.k8s.io",
              List.of("provisioner", "parameters", "reclaimPolicy", "volumeBindingMode")),
          Map.entry(
              "CSIDriver.storage.k8s.io",
              List.of("spec.attachRequired", "spec.fsGroupPolicy", "spec.volumeLifecycleModes")),
          Map.entry("VolumeAttachment.storage.k8s.io", List.of("spec")),
          Map.entry("RoleBinding.rbac.authorization.k8s.io", List.of("roleRef")),
          Map.entry("ClusterRoleBinding.rbac.authorization.k8s.io", List.of("roleRef")),
          Map.entry("Secret", List.of("type")),
          Map.entry("PriorityClass.scheduling.k8s.io", List.of("value", "preemptionPolicy")),
          Map.entry("RuntimeClass.node.k8s.io", List.of("handler")),
          Map.entry("IngressClass.networking.k8s.io", List.of("spec.controller")),
          Map.entry("EndpointSlice.discovery.k8s.io", List.of("addressType")),
          Map.entry("Pod", List.of("spec")),
          Map.entry(
              "CustomResourceDefinition.apiextensions.k8s.io",
              List.of("spec.group", "spec.scope", "spec.names.kind", "spec.names.plural")));

  /** What may change nevertheless, below a fixed field. */
  private static final Map<String, List<String>> FREE =
      Map.of(
          "StatefulSet.apps",
          List.of(
              "spec.replicas",
              "spec.template",
              "spec.updateStrategy",
              "spec.minReadySeconds",
              "spec.ordinals",
              "spec.revisionHistoryLimit",
              "spec.persistentVolumeClaimRetentionPolicy"),
          "PersistentVolumeClaim",
          List.of("spec.resources.requests", "spec.volumeAttributesClassName"),
          "PersistentVolume",
          List.of(
              "spec.capacity",
              "spec.claimRef",
              "spec.persistentVolumeReclaimPolicy",
              "spec.mountOptions",
              "spec.accessModes",
              "spec.storageClassName",
              "spec.volumeAttributesClassName"),
          "Pod",
          List.of(
              "spec.containers.image",
              "spec.initContainers.image",
              "spec.activeDeadlineSeconds",
              "spec.tolerations",
              "spec.terminationGracePeriodSeconds"));

  /** Kinds that are data or hold it: they are never deleted to be made anew. */
  private static final Set<String> DATA =
      Set.of(
          "PersistentVolumeClaim",
          "PersistentVolume",
          "Namespace",
          "CustomResourceDefinition.apiextensions.k8s.io");

  private Fixed() {}

  static boolean is(ApiObject live, String path) {
    String plain = FieldPath.plain(path);
    String kind = live.key().groupKind();
    if (kind.equals("Service")
        && live.text("spec", "type").filter("ExternalName"::equals).isPresent()) {
      return false;
    }
    if (frozen(live)
        && List.of("data", "binaryData", "immutable").stream().anyMatch(f -> below(path, f))) {
      return true;
    }
    return FIELDS.getOrDefault(kind, List.of()).stream().anyMatch(fixed -> below(plain, fixed))
        && FREE.getOrDefault(kind, List.of()).stream().noneMatch(free -> below(plain, free));
  }

  static boolean holdsData(ApiObject live) {
    return DATA.contains(live.key().groupKind());
  }

  private static boolean frozen(ApiObject live) {
    return List.of("Secret", "ConfigMap").contains(live.key().groupKind())
        && live.at("immutable").filter(Boolean.TRUE::equals).isPresent();
  }

  static boolean below(String path, String ancestor) {
    return path.equals(ancestor)
        || path.startsWith(ancestor + ".")
        || path.startsWith(ancestor + "[");
  }
}
