package dev.slipway.lab.aws.eks;

import java.util.List;
import java.util.Map;

/**
 * The nodes that a node group should have from now on.
 *
 * @param count 0 when the group goes
 * @param labels without those that EKS sets itself
 * @param zones of the group's subnets
 */
public record EksNodes(
    String cluster,
    String group,
    int count,
    Map<String, String> labels,
    List<Map<String, String>> taints,
    String instanceType,
    String capacityType,
    List<String> zones,
    String region) {
  public EksNodes {
    labels = Map.copyOf(labels);
    taints = List.copyOf(taints);
    zones = List.copyOf(zones);
  }
}
