package dev.slipway.aws.eks.nodegroup;

import dev.slipway.aws.eks.Health;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eks.model.Nodegroup;

/**
 * A node group that exists.
 *
 * @param group as EKS describes it
 */
record NodeGroupObserved(Nodegroup group, Ownership ownership) implements Observed {
  static NodeGroupObserved of(Nodegroup group, ResourceId id, Call call) {
    return new NodeGroupObserved(group, Tags.ownership(group.tags(), id, call));
  }

  Scaling scaling() {
    return new Scaling(
        group.scalingConfig().minSize(),
        group.scalingConfig().maxSize(),
        group.scalingConfig().desiredSize());
  }

  List<Taint> taints() {
    return NodeGroupSpec.sorted(
        group.taints().stream()
            .map(
                taint ->
                    new Taint(
                        taint.key(),
                        taint.value() == null ? "" : taint.value(),
                        Taint.Effect.valueOf(taint.effectAsString())))
            .toList());
  }

  List<String> subnets() {
    return group.subnets().stream().sorted().toList();
  }

  int maxUnavailable() {
    return group.updateConfig() == null || group.updateConfig().maxUnavailable() == null
        ? 1
        : group.updateConfig().maxUnavailable();
  }

  Map<String, String> tags() {
    return group.tags();
  }

  List<Health.Issue> issues() {
    return group.health() == null
        ? List.of()
        : group.health().issues().stream()
            .map(
                issue ->
                    new Health.Issue(issue.codeAsString(), issue.message(), issue.resourceIds()))
            .toList();
  }

  @Override
  public Optional<String> holder() {
    return Tags.holder(tags());
  }

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "cluster",
        group.clusterName(),
        "name",
        group.nodegroupName(),
        "arn",
        group.nodegroupArn(),
        "autoScalingGroup",
        group.resources() == null || group.resources().autoScalingGroups().isEmpty()
            ? null
            : group.resources().autoScalingGroups().getFirst().name(),
        "status",
        group.statusAsString());
  }
}
