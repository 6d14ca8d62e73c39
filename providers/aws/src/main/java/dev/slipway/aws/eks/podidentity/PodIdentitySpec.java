package dev.slipway.aws.eks.podidentity;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Objects;

/**
 * Gives the pods of a service account a role; the add-on {@code eks-pod-identity-agent} hands it to
 * them. Attributes: {@code cluster}, {@code namespace}, {@code serviceAccount}, {@code id}, {@code
 * arn}.
 *
 * @param cluster the cluster's name
 * @param namespace of the service account, which needn't exist yet
 * @param role ARN of a role that {@code pods.eks.amazonaws.com} can take on
 * @param tags further tags
 */
public record PodIdentitySpec(
    Value<String> cluster,
    String namespace,
    String serviceAccount,
    Value<String> role,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.eks-pod-identity";

  public PodIdentitySpec {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(serviceAccount, "serviceAccount");
    Objects.requireNonNull(role, "role");
    tags = Map.copyOf(tags);
  }
}
