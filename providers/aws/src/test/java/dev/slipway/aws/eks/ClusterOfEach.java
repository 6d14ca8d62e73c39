package dev.slipway.aws.eks;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.eks.access.AccessEntrySpec;
import dev.slipway.aws.eks.access.AccessPolicy;
import dev.slipway.aws.eks.addon.AddonIdentity;
import dev.slipway.aws.eks.addon.AddonSpec;
import dev.slipway.aws.eks.addon.Conflicts;
import dev.slipway.aws.eks.cluster.ClusterSpec;
import dev.slipway.aws.eks.nodegroup.CapacityType;
import dev.slipway.aws.eks.nodegroup.NodeGroupSpec;
import dev.slipway.aws.eks.nodegroup.Scaling;
import dev.slipway.aws.eks.podidentity.PodIdentitySpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster with one resource of each type.
 *
 * @param other ARN of another role
 */
public record ClusterOfEach(EksGround ground, String other) {
  private static final String POLICIES = "arn:aws:eks::aws:cluster-access-policy/";

  /** Makes the roles beside the stack. */
  public ClusterOfEach(AwsStack stack) {
    this(new EksGround(stack), EksGround.role(stack, stack.owner() + "-other").arn());
  }

  /** One of each; in the second form everything is changed in place that can be. */
  public Resource<?>[] of(String form) {
    boolean first = form.equals("one");
    Map<String, String> tags = Map.of("form", form);
    return ground.with(
        cluster(first ? "1.32" : "1.33", first ? List.of("api") : List.of(), tags),
        Resource.of(
            new ResourceId(NodeGroupSpec.TYPE, "workers"),
            nodes(first ? "1.32" : "1.33", first ? 2 : 3, tags)),
        Resource.of(
            new ResourceId(AddonSpec.TYPE, "aws-ebs-csi-driver"),
            new AddonSpec(
                EksGround.cluster(),
                "aws-ebs-csi-driver",
                AddonSpec.DEFAULT,
                Optional.of(first ? "{\"a\":1}" : "{\"a\":2}"),
                Optional.empty(),
                List.of(new AddonIdentity("ebs-csi-controller-sa", Value.of(ground.role()))),
                Conflicts.OVERWRITE,
                tags)),
        Resource.of(
            new ResourceId(AccessEntrySpec.TYPE, "me"),
            new AccessEntrySpec(
                EksGround.cluster(),
                Value.of(ground.role()),
                "STANDARD",
                first ? List.of("readers") : List.of(),
                List.of(
                    new AccessPolicy(
                        POLICIES + (first ? "AmazonEKSClusterAdminPolicy" : "AmazonEKSEditPolicy"),
                        List.of("milvus"))),
                tags)),
        Resource.of(
            new ResourceId(PodIdentitySpec.TYPE, "milvus"),
            new PodIdentitySpec(
                EksGround.cluster(),
                "milvus",
                "milvus",
                Value.of(first ? ground.role() : other),
                tags)));
  }

  private ClusterSpec cluster(String version, List<String> logs, Map<String, String> tags) {
    ClusterSpec plain = ground.spec();
    return new ClusterSpec(
        plain.name(),
        version,
        plain.role(),
        plain.subnets(),
        plain.securityGroups(),
        plain.endpointAccess(),
        logs,
        false,
        plain.encryptionKey(),
        plain.upgradePolicy(),
        tags);
  }

  private NodeGroupSpec nodes(String version, int size, Map<String, String> tags) {
    return new NodeGroupSpec(
        EksGround.cluster(),
        "workers",
        Value.of(ground.role()),
        EksGround.subnets(),
        List.of("m6i.large"),
        CapacityType.ON_DEMAND,
        Optional.of("AL2023_x86_64_STANDARD"),
        Optional.of(50),
        new Scaling(size, 4, size),
        Map.of(),
        List.of(),
        Optional.empty(),
        1,
        Optional.of(version),
        tags);
  }
}
