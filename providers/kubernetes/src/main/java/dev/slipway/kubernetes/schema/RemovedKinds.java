package dev.slipway.kubernetes.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds that Kubernetes once had under other versions of their API, as its deprecated API
 * migration guide lists them.
 */
final class RemovedKinds {
  /**
   * A kind that is gone.
   *
   * @param since the first version without it
   * @param instead the {@code apiVersion} that has it now; empty if nothing does
   */
  record Removed(String since, String instead) {}

  private static final Map<String, Removed> REMOVED = new HashMap<>();

  static {
    gone("1.16", "apps/v1", "extensions/v1beta1", "DaemonSet Deployment ReplicaSet");
    gone("1.16", "apps/v1", "apps/v1beta1", "Deployment StatefulSet ReplicaSet");
    gone("1.16", "apps/v1", "apps/v1beta2", "DaemonSet Deployment ReplicaSet StatefulSet");
    gone("1.16", "networking.k8s.io/v1", "extensions/v1beta1", "NetworkPolicy");
    gone("1.16", "", "extensions/v1beta1", "PodSecurityPolicy");
    gone("1.22", "networking.k8s.io/v1", "extensions/v1beta1", "Ingress");
    gone("1.22", "networking.k8s.io/v1", "networking.k8s.io/v1beta1", "Ingress IngressClass");
    gone(
        "1.22",
        "admissionregistration.k8s.io/v1",
        "admissionregistration.k8s.io/v1beta1",
        "MutatingWebhookConfiguration ValidatingWebhookConfiguration");
    gone(
        "1.22",
        "apiextensions.k8s.io/v1",
        "apiextensions.k8s.io/v1beta1",
        "CustomResourceDefinition");
    gone("1.22", "apiregistration.k8s.io/v1", "apiregistration.k8s.io/v1beta1", "APIService");
    gone("1.22", "authentication.k8s.io/v1", "authentication.k8s.io/v1beta1", "TokenReview");
    gone(
        "1.22",
        "authorization.k8s.io/v1",
        "authorization.k8s.io/v1beta1",
        "LocalSubjectAccessReview SelfSubjectAccessReview SubjectAccessReview");
    gone(
        "1.22",
        "certificates.k8s.io/v1",
        "certificates.k8s.io/v1beta1",
        "CertificateSigningRequest");
    gone("1.22", "coordination.k8s.io/v1", "coordination.k8s.io/v1beta1", "Lease");
    gone(
        "1.22",
        "rbac.authorization.k8s.io/v1",
        "rbac.authorization.k8s.io/v1beta1",
        "ClusterRole ClusterRoleBinding Role RoleBinding");
    gone("1.22", "scheduling.k8s.io/v1", "scheduling.k8s.io/v1beta1", "PriorityClass");
    gone(
        "1.22",
        "storage.k8s.io/v1",
        "storage.k8s.io/v1beta1",
        "CSIDriver CSINode StorageClass VolumeAttachment");
    gone("1.25", "batch/v1", "batch/v1beta1", "CronJob");
    gone("1.25", "discovery.k8s.io/v1", "discovery.k8s.io/v1beta1", "EndpointSlice");
    gone("1.25", "events.k8s.io/v1", "events.k8s.io/v1beta1", "Event");
    gone("1.25", "autoscaling/v2", "autoscaling/v2beta1", "HorizontalPodAutoscaler");
    gone("1.25", "policy/v1", "policy/v1beta1", "PodDisruptionBudget");
    gone("1.25", "", "policy/v1beta1", "PodSecurityPolicy");
    gone("1.25", "node.k8s.io/v1", "node.k8s.io/v1beta1", "RuntimeClass");
    gone("1.26", "autoscaling/v2", "autoscaling/v2beta2", "HorizontalPodAutoscaler");
    gone("1.27", "storage.k8s.io/v1", "storage.k8s.io/v1beta1", "CSIStorageCapacity");
    flowControl("1.26", "v1beta1");
    flowControl("1.29", "v1beta2");
    flowControl("1.32", "v1beta3");
  }

  private RemovedKinds() {}

  static Optional<Removed> find(String apiVersion, String kind) {
    return Optional.ofNullable(REMOVED.get(apiVersion + "/" + kind));
  }

  private static void flowControl(String since, String version) {
    String group = "flowcontrol.apiserver.k8s.io/";
    gone(since, group + "v1", group + version, "FlowSchema PriorityLevelConfiguration");
  }

  private static void gone(String since, String instead, String apiVersion, String kinds) {
    for (String kind : kinds.split(" ", -1)) {
      REMOVED.put(apiVersion + "/" + kind, new Removed(since, instead));
    }
  }
}
