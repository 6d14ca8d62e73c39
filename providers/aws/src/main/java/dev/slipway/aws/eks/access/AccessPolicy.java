package dev.slipway.aws.eks.access;

import java.util.List;

/**
 * What EKS lets a principal do in a cluster.
 *
 * @param arn for example {@code arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy}
 * @param namespaces where; empty for the whole cluster
 */
public record AccessPolicy(String arn, List<String> namespaces) {
  public AccessPolicy {
    namespaces = namespaces.stream().sorted().distinct().toList();
  }
}
