package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rule is for which kind. */
final class Rules {
  /** For what is ready as soon as it is there. */
  private static final Rule PLAIN = (_, _) -> Status.CURRENT;

  private static final List<String> PLAIN_KINDS =
      List.of(
          "ConfigMap",
          "Secret",
          "ServiceAccount",
          "Endpoints",
          "Event",
          "LimitRange",
          "PodTemplate",
          "ControllerRevision.apps",
          "CronJob.batch",
          "EndpointSlice.discovery.k8s.io",
          "NetworkPolicy.networking.k8s.io",
          "IngressClass.networking.k8s.io",
          "IPAddress.networking.k8s.io",
          "Role.rbac.authorization.k8s.io",
          "RoleBinding.rbac.authorization.k8s.io",
          "ClusterRole.rbac.authorization.k8s.io",
          "ClusterRoleBinding.rbac.authorization.k8s.io",
          "StorageClass.storage.k8s.io",
          "CSIDriver.storage.k8s.io",
          "CSINode.storage.k8s.io",
          "CSIStorageCapacity.storage.k8s.io",
          "VolumeAttributesClass.storage.k8s.io",
          "VolumeSnapshotClass.snapshot.storage.k8s.io",
          "PriorityClass.scheduling.k8s.io",
          "RuntimeClass.node.k8s.io",
          "Lease.coordination.k8s.io",
          "Event.events.k8s.io",
          "MutatingWebhookConfiguration.admissionregistration.k8s.io",
          "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
          "ValidatingAdmissionPolicy.admissionregistration.k8s.io",
          "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io",
          "MutatingAdmissionPolicy.admissionregistration.k8s.io",
          "MutatingAdmissionPolicyBinding.admissionregistration.k8s.io",
          "FlowSchema.flowcontrol.apiserver.k8s.io",
          "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io",
          "DeviceClass.resource.k8s.io",
          "ResourceClaim.resource.k8s.io",
          "ResourceClaimTemplate.resource.k8s.io",
          "ResourceSlice.resource.k8s.io");

  private static final Map<String, Rule> BY_KIND = new HashMap<>();

  static {
    BY_KIND.put("Deployment.apps", DeploymentRule::status);
    BY_KIND.put("StatefulSet.apps", StatefulSetRule::status);
    BY_KIND.put("DaemonSet.apps", DaemonSetRule::status);
    BY_KIND.put("ReplicaSet.apps", ReplicaSetRule::status);
    BY_KIND.put("ReplicationController", ReplicaSetRule::status);
    BY_KIND.put("Job.batch", JobRule::status);
    BY_KIND.put("Pod", PodRule::status);
    BY_KIND.put("PersistentVolumeClaim", StorageRules::claim);
    BY_KIND.put("PersistentVolume", StorageRules::volume);
    BY_KIND.put("VolumeAttachment.storage.k8s.io", StorageRules::attachment);
    BY_KIND.put("VolumeSnapshot.snapshot.storage.k8s.io", StorageRules::snapshot);
    BY_KIND.put("VolumeSnapshotContent.snapshot.storage.k8s.io", StorageRules::snapshot);
    BY_KIND.put("Service", ServiceRule::status);
    BY_KIND.put("Ingress.networking.k8s.io", IngressRule::status);
    BY_KIND.put("Gateway.gateway.networking.k8s.io", GatewayRules::gateway);
    BY_KIND.put("GatewayClass.gateway.networking.k8s.io", GatewayRules::gatewayClass);
    for (String route :
        new String[] {"HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"}) {
      BY_KIND.put(route + ".gateway.networking.k8s.io", GatewayRules::route);
    }
    BY_KIND.put("HorizontalPodAutoscaler.autoscaling", ScalingRules::autoscaler);
    BY_KIND.put("PodDisruptionBudget.policy", ScalingRules::budget);
    BY_KIND.put("ResourceQuota", ScalingRules::quota);
    BY_KIND.put("Namespace", ClusterRules::namespace);
    BY_KIND.put("Node", ClusterRules::node);
    BY_KIND.put("CertificateSigningRequest.certificates.k8s.io", ClusterRules::signing);
    BY_KIND.put("CustomResourceDefinition.apiextensions.k8s.io", ApiRules::definition);
    BY_KIND.put("APIService.apiregistration.k8s.io", ApiRules::service);
    BY_KIND.put("ServiceCIDR.networking.k8s.io", CustomRule::status);
    for (String kind : PLAIN_KINDS) {
      BY_KIND.put(kind, PLAIN);
    }
  }

  private Rules() {}

  /**
   * @param groupKind for example {@code Deployment.apps}
   */
  static Rule of(String groupKind) {
    return BY_KIND.getOrDefault(groupKind, CustomRule::status);
  }
}
