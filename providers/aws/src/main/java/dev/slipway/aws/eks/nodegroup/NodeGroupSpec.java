package dev.slipway.aws.eks.nodegroup;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Nodes of a cluster that EKS manages. Attributes: {@code cluster}, {@code name}, {@code arn},
 * {@code autoScalingGroup}, {@code status}.
 *
 * @param cluster the cluster's name
 * @param name unique in the cluster
 * @param role ARN of the role that the nodes take on
 * @param subnets ids of those in which the nodes are
 * @param instanceTypes for example {@code m6i.2xlarge}; empty if the launch template says it
 * @param amiType for example {@code AL2023_x86_64_STANDARD}; empty for EKS's choice
 * @param diskSize of each node in GiB; empty for EKS's choice, and with a launch template
 * @param labels of the nodes
 * @param maxUnavailable how many nodes at once an update may take away, at least 1
 * @param version of Kubernetes; empty for the cluster's when the group is made
 * @param tags further tags
 */
public record NodeGroupSpec(
    Value<String> cluster,
    String name,
    Value<String> role,
    List<Value<String>> subnets,
    List<String> instanceTypes,
    CapacityType capacityType,
    Optional<String> amiType,
    Optional<Integer> diskSize,
    Scaling scaling,
    Map<String, String> labels,
    List<Taint> taints,
    Optional<LaunchTemplate> launchTemplate,
    int maxUnavailable,
    Optional<String> version,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.eks-node-group";

  public NodeGroupSpec {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    subnets = List.copyOf(subnets);
    instanceTypes = List.copyOf(instanceTypes);
    labels = Map.copyOf(labels);
    taints = sorted(taints);
    tags = Map.copyOf(tags);
  }

  /** This with a version of Kubernetes. */
  public NodeGroupSpec withVersion(String version) {
    return new NodeGroupSpec(
        cluster,
        name,
        role,
        subnets,
        instanceTypes,
        capacityType,
        amiType,
        diskSize,
        scaling,
        labels,
        taints,
        launchTemplate,
        maxUnavailable,
        Optional.of(version),
        tags);
  }

  /** Their order doesn't matter. */
  static List<Taint> sorted(List<Taint> taints) {
    return taints.stream()
        .sorted(Comparator.comparing(Taint::key).thenComparing(Taint::effect))
        .toList();
  }
}
