package dev.slipway.aws.eks.access;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lets an IAM role or user into a cluster. Attributes: {@code cluster}, {@code principalArn},
 * {@code arn}.
 *
 * @param cluster the cluster's name
 * @param principalArn who is let in
 * @param entryType {@code STANDARD} for people and programs, {@code EC2_LINUX} for nodes that
 *     aren't of a managed group
 * @param groups of Kubernetes that it is in; none that begins with {@code system:}
 * @param policies what EKS itself lets it do
 * @param tags further tags
 */
public record AccessEntrySpec(
    Value<String> cluster,
    Value<String> principalArn,
    String entryType,
    List<String> groups,
    List<AccessPolicy> policies,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.eks-access-entry";

  public AccessEntrySpec {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(principalArn, "principalArn");
    Objects.requireNonNull(entryType, "entryType");
    groups = groups.stream().sorted().distinct().toList();
    policies = policies.stream().sorted(Comparator.comparing(AccessPolicy::arn)).toList();
    tags = Map.copyOf(tags);
  }
}
