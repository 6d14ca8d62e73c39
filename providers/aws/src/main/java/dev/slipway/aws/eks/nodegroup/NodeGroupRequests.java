package dev.slipway.aws.eks.nodegroup;

import dev.slipway.aws.eks.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.eks.model.CreateNodegroupRequest;
import software.amazon.awssdk.services.eks.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.eks.model.NodegroupScalingConfig;
import software.amazon.awssdk.services.eks.model.UpdateLabelsPayload;
import software.amazon.awssdk.services.eks.model.UpdateNodegroupConfigRequest;
import software.amazon.awssdk.services.eks.model.UpdateTaintsPayload;

/** What EKS is asked for. */
final class NodeGroupRequests {
  private NodeGroupRequests() {}

  static CreateNodegroupRequest create(NodeGroupSpec spec, Map<String, String> tags, String token) {
    CreateNodegroupRequest.Builder request =
        CreateNodegroupRequest.builder()
            .clusterName(spec.cluster().get())
            .nodegroupName(spec.name())
            .nodeRole(spec.role().get())
            .subnets(Values.all(spec.subnets()))
            .capacityType(spec.capacityType().name())
            .scalingConfig(scaling(spec.scaling()))
            .labels(spec.labels())
            .taints(taints(spec.taints()))
            .updateConfig(update -> update.maxUnavailable(spec.maxUnavailable()))
            .tags(tags)
            .clientRequestToken(token);
    if (!spec.instanceTypes().isEmpty()) {
      request.instanceTypes(spec.instanceTypes());
    }
    spec.amiType().ifPresent(request::amiType);
    spec.diskSize().ifPresent(request::diskSize);
    spec.version().ifPresent(request::version);
    spec.launchTemplate().ifPresent(template -> request.launchTemplate(template(template)));
    return request.build();
  }

  /** Everything that changes at once; the number of nodes only if it is outside of the limits. */
  static UpdateNodegroupConfigRequest update(NodeGroupSpec spec, NodeGroupObserved observed) {
    return UpdateNodegroupConfigRequest.builder()
        .clusterName(observed.group().clusterName())
        .nodegroupName(observed.group().nodegroupName())
        .scalingConfig(scaling(kept(observed.scaling(), spec.scaling())))
        .labels(labels(observed.group().labels(), spec.labels()))
        .taints(taints(observed.taints(), spec.taints()))
        .updateConfig(update -> update.maxUnavailable(spec.maxUnavailable()))
        .build();
  }

  static LaunchTemplateSpecification template(LaunchTemplate template) {
    return LaunchTemplateSpecification.builder()
        .id(template.id().get())
        .version(template.version().get())
        .build();
  }

  private static Scaling kept(Scaling there, Scaling wanted) {
    int nodes = there.desired();
    return nodes >= wanted.min() && nodes <= wanted.max()
        ? new Scaling(wanted.min(), wanted.max(), nodes)
        : wanted;
  }

  private static NodegroupScalingConfig scaling(Scaling scaling) {
    return NodegroupScalingConfig.builder()
        .minSize(scaling.min())
        .maxSize(scaling.max())
        .desiredSize(scaling.desired())
        .build();
  }

  private static UpdateLabelsPayload labels(Map<String, String> there, Map<String, String> wanted) {
    Map<String, String> set = new HashMap<>(wanted);
    set.entrySet().removeAll(there.entrySet());
    List<String> gone = new ArrayList<>(there.keySet());
    gone.removeAll(wanted.keySet());
    return UpdateLabelsPayload.builder().addOrUpdateLabels(set).removeLabels(gone).build();
  }

  private static UpdateTaintsPayload taints(List<Taint> there, List<Taint> wanted) {
    List<Taint> set = new ArrayList<>(wanted);
    set.removeAll(there);
    List<Taint> gone =
        there.stream()
            .filter(
                taint ->
                    wanted.stream()
                        .noneMatch(
                            other ->
                                other.key().equals(taint.key())
                                    && other.effect() == taint.effect()))
            .toList();
    return UpdateTaintsPayload.builder()
        .addOrUpdateTaints(taints(set))
        .removeTaints(taints(gone))
        .build();
  }

  private static List<software.amazon.awssdk.services.eks.model.Taint> taints(List<Taint> taints) {
    return taints.stream()
        .map(
            taint ->
                software.amazon.awssdk.services.eks.model.Taint.builder()
                    .key(taint.key())
                    .value(taint.value().isEmpty() ? null : taint.value())
                    .effect(taint.effect().name())
                    .build())
        .toList();
  }
}
