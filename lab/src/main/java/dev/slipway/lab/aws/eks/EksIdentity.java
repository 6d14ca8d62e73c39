package dev.slipway.lab.aws.eks;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who an AWS principal is within a cluster.
 *
 * @param groups those of its access entry; {@code system:masters} in place of EKS's policy for
 *     administrators of the whole cluster, {@code lab:policy:<name>} in place of any other
 */
public record EksIdentity(String user, List<String> groups) {
  private static final String ADMIN =
      "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

  public EksIdentity {
    groups = List.copyOf(groups);
  }

  static EksIdentity of(EksCluster cluster, String principal) {
    ObjectNode entry = cluster.accessEntries.get(principal);
    List<String> groups = new ArrayList<>();
    entry.path("kubernetesGroups").valueStream().map(JsonNode::asString).forEach(groups::add);
    SequencedMap<String, ObjectNode> policies = cluster.accessPolicies.get(principal);
    policies.forEach(
        (arn, policy) ->
            groups.add(
                arn.equals(ADMIN)
                        && policy.path("accessScope").path("type").asString().equals("cluster")
                    ? "system:masters"
                    : "lab:policy:" + arn.substring(arn.lastIndexOf('/') + 1)));
    return new EksIdentity(entry.path("username").asString(), groups);
  }
}
