package dev.slipway.aws.foundation;

import dev.slipway.aws.eks.addon.AddonIdentity;
import dev.slipway.aws.eks.addon.AddonSpec;
import dev.slipway.aws.eks.addon.Conflicts;
import dev.slipway.aws.logs.group.LogGroupSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What EKS itself installs in a cluster, with the roles that it needs. */
final class EksAddons {
  /** Without these, a node doesn't become ready, or pods get no roles. */
  private static final List<String> BEFORE_NODES =
      List.of("eks-pod-identity-agent", "kube-proxy", "vpc-cni");

  private static final String NETWORK = "pod-network";
  private static final String VOLUMES = "volumes";
  private static final String METRICS = "cloudwatch-agent";
  private static final List<String> LOG_GROUPS =
      List.of("application", "host", "dataplane", "performance");

  private final EksConfig config;
  private final EksNames names;

  EksAddons(EksConfig config, EksNames names) {
    this.config = config;
    this.names = names;
  }

  /** Those that nodes need. */
  List<ResourceId> beforeNodes() {
    return BEFORE_NODES.stream().map(EksNames::addon).toList();
  }

  /** Everything. */
  List<Resource<?>> resources() {
    List<Resource<?>> all = new ArrayList<>();
    all.add(PodRole.of(NETWORK, names.iam("vpc-cni"), config.tags(), "AmazonEKS_CNI_Policy"));
    all.add(
        PodRole.of(
            VOLUMES, names.iam("ebs-csi"), config.tags(), "service-role/AmazonEBSCSIDriverPolicy"));
    all.add(addon("eks-pod-identity-agent"));
    all.add(addon("kube-proxy"));
    all.add(addon("vpc-cni", new AddonIdentity("aws-node", PodRole.arn(NETWORK))));
    all.add(addon("coredns").after(EksNames.NODES));
    all.add(addon("metrics-server").after(EksNames.NODES));
    all.add(
        addon(
                "aws-ebs-csi-driver",
                new AddonIdentity("ebs-csi-controller-sa", PodRole.arn(VOLUMES)))
            .after(EksNames.NODES));
    if (config.cloudwatch().enabled()) {
      all.addAll(cloudwatch());
    }
    return all;
  }

  private List<Resource<?>> cloudwatch() {
    List<Resource<?>> all = new ArrayList<>();
    List<ResourceId> before = new ArrayList<>(List.of(EksNames.NODES));
    for (String group : LOG_GROUPS) {
      ResourceId id = new ResourceId(LogGroupSpec.TYPE, group);
      before.add(id);
      all.add(
          Resource.of(
              id,
              new LogGroupSpec(
                  "/aws/containerinsights/" + names.cluster() + "/" + group,
                  Optional.of(config.cloudwatch().retention()),
                  config.tags())));
    }
    all.add(
        PodRole.of(METRICS, names.iam("cloudwatch"), config.tags(), "CloudWatchAgentServerPolicy"));
    all.add(
        addon(
                "amazon-cloudwatch-observability",
                new AddonIdentity("cloudwatch-agent", PodRole.arn(METRICS)))
            .after(before.toArray(ResourceId[]::new)));
    return all;
  }

  private Resource<AddonSpec> addon(String name, AddonIdentity... identities) {
    return Resource.of(
        EksNames.addon(name),
        new AddonSpec(
            EksNames.made(),
            name,
            AddonSpec.DEFAULT,
            Optional.empty(),
            Optional.empty(),
            List.of(identities),
            Conflicts.OVERWRITE,
            config.tags()));
  }
}
