package dev.slipway.aws.eks.nodegroup;

import dev.slipway.aws.eks.Values;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.resource.Diff;
import java.util.Optional;
import software.amazon.awssdk.services.eks.model.NodegroupStatus;

/** How a node group differs from its spec. What the spec leaves to EKS isn't compared. */
final class NodeGroupDiff {
  private NodeGroupDiff() {}

  static Diff of(NodeGroupSpec desired, NodeGroupObserved observed) {
    Diff.Builder diff =
        Diff.builder()
            .immutable("cluster", observed.group().clusterName(), desired.cluster())
            .immutable("name", observed.group().nodegroupName(), desired.name())
            .immutable("role", observed.group().nodeRole(), desired.role())
            .immutable("subnets", observed.subnets(), Values.sorted(desired.subnets()))
            .immutable(
                "capacityType",
                observed.group().capacityTypeAsString(),
                desired.capacityType().name())
            .field("scaling", scaling(observed.scaling(), desired.scaling()), desired.scaling())
            .field("labels", observed.group().labels(), desired.labels())
            .field("taints", observed.taints(), desired.taints())
            .field("maxUnavailable", observed.maxUnavailable(), desired.maxUnavailable())
            .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags());
    if (!desired.instanceTypes().isEmpty()) {
      diff.immutable("instanceTypes", observed.group().instanceTypes(), desired.instanceTypes());
    }
    desired
        .amiType()
        .ifPresent(type -> diff.immutable("amiType", observed.group().amiTypeAsString(), type));
    desired
        .diskSize()
        .ifPresent(size -> diff.immutable("diskSize", observed.group().diskSize(), size));
    desired
        .version()
        .ifPresent(version -> diff.field("version", observed.group().version(), version));
    template(diff, desired, observed);
    if (observed.group().status() == NodegroupStatus.CREATE_FAILED) {
      diff.immutable("status", "CREATE_FAILED", "ACTIVE");
    }
    return diff.build();
  }

  private static void template(
      Diff.Builder diff, NodeGroupSpec desired, NodeGroupObserved observed) {
    var there = Optional.ofNullable(observed.group().launchTemplate());
    diff.immutable(
        "launchTemplate.id",
        there.map(template -> template.id()),
        desired.launchTemplate().map(LaunchTemplate::id));
    if (there.isPresent() && desired.launchTemplate().isPresent()) {
      diff.field(
          "launchTemplate.version",
          there.get().version(),
          desired.launchTemplate().get().version());
    }
  }

  /** An autoscaler moves the number of nodes: within its limits it is as wanted. */
  static Scaling scaling(Scaling there, Scaling wanted) {
    boolean within = there.desired() >= wanted.min() && there.desired() <= wanted.max();
    return within && there.min() <= wanted.desired() && there.max() >= wanted.desired()
        ? new Scaling(there.min(), there.max(), wanted.desired())
        : there;
  }
}
