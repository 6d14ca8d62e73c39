package dev.slipway.aws.eks.cluster;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The control plane of an EKS cluster, which lets in who has an access entry. Attributes: {@code
 * name}, {@code arn}, {@code endpoint}, {@code certificateAuthority} (a PEM in Base64), {@code
 * oidcIssuer}, {@code clusterSecurityGroup}, {@code vpc}, {@code version}, {@code status}.
 *
 * @param name unique in the account and region; up to 100 letters, digits, {@code -} and {@code _}
 * @param version of Kubernetes, for example {@code 1.33}; goes up by one minor version at a time
 * @param role ARN of the role that EKS takes on for the cluster
 * @param subnets ids of at least two, in different zones
 * @param securityGroups ids of further ones beside that which EKS makes
 * @param logs of the control plane that go to CloudWatch: {@code api}, {@code audit}, {@code
 *     authenticator}, {@code controllerManager}, {@code scheduler}
 * @param bootstrapClusterCreatorAdminPermissions whether EKS makes an access entry for who makes
 *     the cluster; counts only then
 * @param encryptionKey ARN of a KMS key for secrets; empty for EKS's own
 * @param tags further tags
 */
public record ClusterSpec(
    String name,
    String version,
    Value<String> role,
    List<Value<String>> subnets,
    List<Value<String>> securityGroups,
    EndpointAccess endpointAccess,
    List<String> logs,
    boolean bootstrapClusterCreatorAdminPermissions,
    Optional<Value<String>> encryptionKey,
    UpgradePolicy upgradePolicy,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.eks-cluster";

  public ClusterSpec {
    Objects.requireNonNull(role, "role");
    subnets = List.copyOf(subnets);
    securityGroups = List.copyOf(securityGroups);
    logs = logs.stream().sorted().distinct().toList();
    tags = Map.copyOf(tags);
  }
}
