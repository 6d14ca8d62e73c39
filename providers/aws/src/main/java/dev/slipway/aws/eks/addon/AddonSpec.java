package dev.slipway.aws.eks.addon;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Software in a cluster that EKS looks after. Attributes: {@code cluster}, {@code name}, {@code
 * arn}, {@code version}, {@code status}.
 *
 * @param cluster the cluster's name
 * @param name as EKS names it, for example {@code vpc-cni} or {@code aws-ebs-csi-driver}
 * @param version for example {@code v1.20.1-eksbuild.3}; {@code default} or {@code latest} for that
 *     which EKS names so for the cluster's version when the add-on is made, and which it then keeps
 * @param configuration values as JSON, by the add-on's own schema
 * @param serviceAccountRole ARN of the role that its service account takes on by OIDC
 * @param identities roles of its service accounts by pod identity
 * @param tags further tags
 */
public record AddonSpec(
    Value<String> cluster,
    String name,
    String version,
    Optional<String> configuration,
    Optional<Value<String>> serviceAccountRole,
    List<AddonIdentity> identities,
    Conflicts resolveConflicts,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.eks-addon";

  /** The version that EKS recommends. */
  public static final String DEFAULT = "default";

  /** The newest version. */
  public static final String LATEST = "latest";

  public AddonSpec {
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    identities =
        identities.stream().sorted(Comparator.comparing(AddonIdentity::serviceAccount)).toList();
    Objects.requireNonNull(resolveConflicts, "resolveConflicts");
    tags = Map.copyOf(tags);
  }

  boolean isVersionFixed() {
    return !version.equals(DEFAULT) && !version.equals(LATEST);
  }
}
