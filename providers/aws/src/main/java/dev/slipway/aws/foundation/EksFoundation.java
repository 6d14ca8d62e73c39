package dev.slipway.aws.foundation;

import dev.slipway.aws.account.AccountSpec;
import dev.slipway.aws.eks.access.AccessEntrySpec;
import dev.slipway.aws.eks.access.AccessPolicy;
import dev.slipway.aws.eks.addon.AddonSpec;
import dev.slipway.aws.eks.cluster.ClusterSpec;
import dev.slipway.aws.eks.cluster.EndpointAccess;
import dev.slipway.aws.eks.cluster.UpgradePolicy;
import dev.slipway.aws.eks.nodegroup.CapacityType;
import dev.slipway.aws.eks.nodegroup.LaunchTemplate;
import dev.slipway.aws.eks.nodegroup.NodeGroupSpec;
import dev.slipway.aws.eks.nodegroup.Scaling;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.aws.iam.oidc.OidcProviderSpec;
import dev.slipway.aws.iam.role.RoleSpec;
import dev.slipway.aws.network.launchtemplate.LaunchTemplateSpec;
import dev.slipway.aws.remains.ClusterRemainsSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.Ground;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cluster with everything that systems need there: network, nodes, storage, load balancers. */
public final class EksFoundation {
  private static final ResourceId ACCOUNT = new ResourceId(AccountSpec.TYPE, "account");
  private static final ResourceId REMAINS = new ResourceId(ClusterRemainsSpec.TYPE, "cluster");
  private static final ResourceId CONTROL_PLANE = PodRole.id("control-plane");
  private static final ResourceId NODE_ROLE = PodRole.id("nodes");
  private static final ResourceId ISSUER = new ResourceId(OidcProviderSpec.TYPE, "cluster");
  private static final ResourceId TEMPLATE = new ResourceId(LaunchTemplateSpec.TYPE, "nodes");
  private static final String ADMINISTRATION =
      "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

  private final EksConfig config;
  private final EksNames names;
  private final EksNetwork network;
  private final EksAddons addons;
  private final ClusterParts parts;

  /**
   * @param stack the stack's name
   */
  public EksFoundation(EksConfig config, String stack) {
    this.config = config;
    this.names = new EksNames(config.cluster().orElse(stack));
    this.network = new EksNetwork(config, names.cluster());
    this.addons = new EksAddons(config, names);
    this.parts = new ClusterParts(config, names);
  }

  /** The cluster's name. */
  public String cluster() {
    return names.cluster();
  }

  /** The cluster's name, once it is there: who needs it comes after the cluster. */
  public static Value<String> made() {
    return EksNames.made();
  }

  /** The cluster's own security group: another for each cluster that is ever made. */
  public static Value<String> securityGroup() {
    return Value.ref(EksNames.CLUSTER, "clusterSecurityGroup");
  }

  /**
   * Lets the pods of a service account have a role by the tokens that the cluster signs (IRSA), for
   * programs that don't know EKS Pod Identity.
   */
  public static Trust trust(String namespace, String serviceAccount) {
    return new Trust.WebIdentity(
        Value.ref(ISSUER, "arn"),
        Value.ref(EksNames.CLUSTER, "oidcIssuer"),
        List.of("system:serviceaccount:%s:%s".formatted(namespace, serviceAccount)));
  }

  /** What everything that asks for a load balancer comes after, and goes before. */
  public List<ResourceId> loadBalancers() {
    return parts.loadBalancers();
  }

  /** What the cluster's objects come after. */
  public Ground ground() {
    List<ResourceId> api = new ArrayList<>(List.of(EksNames.CLUSTER));
    accessEntries().forEach(entry -> api.add(entry.id()));
    List<ResourceId> nodes = new ArrayList<>(List.of(EksNames.NODES));
    addons.resources().stream()
        .map(Resource::id)
        .filter(id -> id.type().equals(AddonSpec.TYPE))
        .forEach(nodes::add);
    nodes.addAll(parts.identities());
    return new Ground(api, nodes);
  }

  /** All of it. */
  public List<Resource<?>> resources() {
    List<Resource<?>> all = new ArrayList<>();
    all.add(Resource.of(ACCOUNT, new AccountSpec(config.account().orElse(""), config.region())));
    all.addAll(network.resources());
    all.add(
        Resource.of(REMAINS, new ClusterRemainsSpec(names.cluster()))
            .after(network.resources().stream().map(Resource::id).toArray(ResourceId[]::new)));
    all.add(
        role(
            CONTROL_PLANE,
            new Trust.Service(
                List.of("eks.amazonaws.com"), List.of("sts:AssumeRole", "sts:TagSession")),
            "AmazonEKSClusterPolicy"));
    all.add(clusterResource().after(REMAINS));
    all.addAll(accessEntries());
    all.add(
        Resource.of(
            ISSUER,
            new OidcProviderSpec(Value.ref(EksNames.CLUSTER, "oidcIssuer"), config.tags())));
    all.add(
        role(
            NODE_ROLE,
            Trust.Service.of("ec2.amazonaws.com"),
            "AmazonEKSWorkerNodePolicy",
            "AmazonEC2ContainerRegistryPullOnly"));
    all.add(template());
    all.add(nodes());
    all.addAll(addons.resources());
    all.addAll(parts.resources());
    return all;
  }

  private Resource<RoleSpec> role(ResourceId id, Trust trust, String... policies) {
    return Resource.of(
        id,
        new RoleSpec(
            names.iam(id.name()), trust, PodRole.managed(policies), Map.of(), config.tags()));
  }

  private Resource<ClusterSpec> clusterResource() {
    return Resource.of(
        EksNames.CLUSTER,
        new ClusterSpec(
            names.cluster(),
            config.version(),
            Value.ref(CONTROL_PLANE, "arn"),
            network.allSubnets(),
            List.of(),
            new EndpointAccess(true, true, config.apiAccess()),
            config.logs(),
            true,
            Optional.empty(),
            UpgradePolicy.STANDARD,
            config.tags()));
  }

  private List<Resource<AccessEntrySpec>> accessEntries() {
    return config.administrators().stream()
        .map(
            arn ->
                Resource.of(
                    new ResourceId(AccessEntrySpec.TYPE, arn.substring(arn.indexOf(':', 13) + 1)),
                    new AccessEntrySpec(
                        EksNames.made(),
                        Value.of(arn),
                        "STANDARD",
                        List.of(),
                        List.of(new AccessPolicy(ADMINISTRATION, List.of())),
                        config.tags())))
        .toList();
  }

  private Resource<LaunchTemplateSpec> template() {
    Map<String, String> machineTags = new TreeMap<>(config.tags());
    machineTags.put("Name", names.cluster() + "-node");
    return Resource.of(
        TEMPLATE,
        new LaunchTemplateSpec(
            names.iam("nodes"),
            Optional.empty(),
            Optional.empty(),
            "/dev/xvda",
            config.nodes().disk(),
            1,
            List.of(),
            Optional.empty(),
            machineTags,
            config.tags()));
  }

  private Resource<NodeGroupSpec> nodes() {
    NodesConfig nodes = config.nodes();
    List<ResourceId> before = new ArrayList<>(network.ways());
    before.addAll(addons.beforeNodes());
    return Resource.of(
            EksNames.NODES,
            new NodeGroupSpec(
                EksNames.made(),
                "nodes",
                Value.ref(NODE_ROLE, "arn"),
                network.privateSubnets(),
                List.of(nodes.instanceType()),
                nodes.capacity() == NodesConfig.Capacity.SPOT
                    ? CapacityType.SPOT
                    : CapacityType.ON_DEMAND,
                Optional.of("AL2023_x86_64_STANDARD"),
                Optional.empty(),
                new Scaling(nodes.min(), nodes.max(), nodes.desired()),
                nodes.labels(),
                List.of(),
                Optional.of(
                    new LaunchTemplate(Value.ref(TEMPLATE, "id"), Value.ref(TEMPLATE, "version"))),
                1,
                Optional.empty(),
                config.tags()))
        .after(before.toArray(ResourceId[]::new));
  }
}
