package dev.slipway.aws;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.account.AccountHandler;
import dev.slipway.aws.account.AccountSpec;
import dev.slipway.aws.account.Identity;
import dev.slipway.aws.acm.certificate.CertificateHandler;
import dev.slipway.aws.acm.validation.ValidationHandler;
import dev.slipway.aws.autoscaling.limits.LimitsHandler;
import dev.slipway.aws.ecr.repository.RepositoryHandler;
import dev.slipway.aws.eks.access.AccessEntryHandler;
import dev.slipway.aws.eks.addon.AddonHandler;
import dev.slipway.aws.eks.cluster.ClusterHandler;
import dev.slipway.aws.eks.nodegroup.NodeGroupHandler;
import dev.slipway.aws.eks.podidentity.PodIdentityHandler;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.iam.instanceprofile.InstanceProfileHandler;
import dev.slipway.aws.iam.oidc.OidcProviderHandler;
import dev.slipway.aws.iam.policy.PolicyHandler;
import dev.slipway.aws.iam.role.RoleHandler;
import dev.slipway.aws.leftover.AwsLeftovers;
import dev.slipway.aws.logs.group.LogGroupHandler;
import dev.slipway.aws.network.NetworkChecks;
import dev.slipway.aws.network.Zones;
import dev.slipway.aws.network.elasticip.ElasticIpHandler;
import dev.slipway.aws.network.internetgateway.InternetGatewayHandler;
import dev.slipway.aws.network.launchtemplate.LaunchTemplateHandler;
import dev.slipway.aws.network.natgateway.NatGatewayHandler;
import dev.slipway.aws.network.routetable.RouteTableHandler;
import dev.slipway.aws.network.securitygroup.SecurityGroupHandler;
import dev.slipway.aws.network.subnet.SubnetHandler;
import dev.slipway.aws.network.subnettags.SubnetTagsHandler;
import dev.slipway.aws.network.vpc.VpcHandler;
import dev.slipway.aws.permission.Permissions;
import dev.slipway.aws.permission.Place;
import dev.slipway.aws.permission.Verb;
import dev.slipway.aws.rds.instance.InstanceHandler;
import dev.slipway.aws.rds.subnetgroup.SubnetGroupHandler;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.remains.ClusterRemains;
import dev.slipway.aws.remains.ClusterRemainsHandler;
import dev.slipway.aws.remains.LateRemains;
import dev.slipway.aws.route53.record.RecordHandler;
import dev.slipway.aws.route53.zone.ZoneHandler;
import dev.slipway.aws.s3.bucket.BucketHandler;
import dev.slipway.aws.secretsmanager.secret.SecretHandler;
import dev.slipway.aws.sqs.queue.QueueHandler;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Step;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.RateBudget;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.verify.Leftover;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resources of an AWS account in one region. */
public final class AwsProvider implements Provider {
  static final String NAME = "aws";

  /** How many steps at once; the requests of each service are bounded beside. */
  private static final RateBudget BUDGET = new RateBudget(64, 40, 40);

  private final Clients clients;
  private final Identity identity;
  private final Zones zones;
  private final ClusterRemains remains;
  private final List<String> clusters;
  private final Pause pause;

  /** For stacks that make no cluster. */
  public AwsProvider(Clients clients) {
    this(clients, List.of(), Pause.REAL);
  }

  /**
   * @param clusters names of the clusters that the stack makes
   * @param pause before what may come back is looked for again
   */
  public AwsProvider(Clients clients, List<String> clusters, Pause pause) {
    this.clients = clients;
    this.clusters = List.copyOf(clusters);
    this.pause = pause;
    this.identity = new Identity(clients);
    this.zones = new Zones(clients);
    this.remains = new ClusterRemains(clients);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ResourceHandler<?, ?>> handlers() {
    return List.of(
        new AccountHandler(identity, clients.region().id()),
        new Telling<>(new AccessEntryHandler(clients)),
        new Telling<>(new AddonHandler(clients)),
        new Telling<>(new BucketHandler(clients)),
        new Telling<>(new CertificateHandler(clients)),
        new Telling<>(new ClusterHandler(clients)),
        new Telling<>(new ClusterRemainsHandler(remains)),
        new Telling<>(new ElasticIpHandler(clients)),
        new Telling<>(new InstanceHandler(clients)),
        new Telling<>(new InstanceProfileHandler(clients)),
        new Telling<>(new InternetGatewayHandler(clients)),
        new Telling<>(new LaunchTemplateHandler(clients)),
        new Telling<>(new LimitsHandler(clients)),
        new Telling<>(new LogGroupHandler(clients)),
        new Telling<>(new NatGatewayHandler(clients)),
        new Telling<>(new NodeGroupHandler(clients)),
        new Telling<>(new OidcProviderHandler(clients)),
        new Telling<>(new PodIdentityHandler(clients)),
        new Telling<>(new PolicyHandler(clients)),
        new Telling<>(new QueueHandler(clients)),
        new Telling<>(new RecordHandler(clients)),
        new Telling<>(new RepositoryHandler(clients)),
        new Telling<>(new RoleHandler(clients)),
        new Telling<>(new RouteTableHandler(clients)),
        new Telling<>(new SecretHandler(clients)),
        new Telling<>(new SecurityGroupHandler(clients)),
        new Telling<>(new SubnetGroupHandler(clients)),
        new Telling<>(new SubnetHandler(clients)),
        new Telling<>(new SubnetTagsHandler(clients)),
        new Telling<>(new ValidationHandler(clients)),
        new Telling<>(new VpcHandler(clients)),
        new Telling<>(new ZoneHandler(clients)));
  }

  @Override
  public RateBudget budget() {
    return BUDGET;
  }

  @Override
  public void prepare(List<Resource<?>> wanted) {
    identity.begin();
  }

  @Override
  public Expansion expand(
      List<Resource<?>> wanted,
      Map<ResourceId, Map<String, Object>> last,
      Purpose purpose,
      Call call) {
    return Refusals.told(
        () -> {
          if (purpose == Purpose.UP) {
            new NetworkChecks(clients).check(wanted, last);
          }
          return new AwsExpansion(clients, identity, zones).expand(wanted, last, call);
        });
  }

  /** A plan from a file was perhaps made with other credentials. */
  @Override
  public void check(Plan plan) {
    for (Step step : plan.steps()) {
      if (resource(step.change()).map(Resource::spec).orElse(null) instanceof AccountSpec spec) {
        AccountHandler.check(spec, identity, clients.region().id());
      }
    }
  }

  private static Optional<Resource<?>> resource(Change change) {
    return switch (change) {
      case Change.Create(Resource<?> made, boolean _) -> Optional.of(made);
      case Change.Update(Resource<?> changed, var _) -> Optional.of(changed);
      case Change.Keep keep -> Optional.of(keep.resource());
      case Change.Delete _, Change.Forget _ -> Optional.empty();
    };
  }

  @Override
  public void sweep(Set<ResourceId> kept, Call call) {
    Refusals.told(
        () -> {
          new LateRemains(remains, pause).sweep(clusters);
          return kept;
        });
  }

  @Override
  public List<Leftover> leftovers(Set<ResourceId> kept, Call call) {
    return Refusals.told(() -> new AwsLeftovers(clients, remains, clusters).find(kept, call));
  }

  @Override
  public Optional<String> permissions(List<Resource<?>> wanted, Work work, Call call) {
    List<Resource<?>> own =
        wanted.stream()
            .filter(resource -> resource.id().type().startsWith(NAME + "."))
            .sorted(Comparator.comparing(Resource::id))
            .toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Set<Verb> verbs =
        switch (work) {
          case LIFETIME -> EnumSet.allOf(Verb.class);
          case DAY_TWO -> EnumSet.of(Verb.READ, Verb.UPDATE);
        };
    Place place =
        new Place(
            clients.region().metadata().partition().id(),
            clients.region().id(),
            account(),
            call.owner());
    return Optional.of(PolicyJson.writeIndented(Permissions.policy(own, verbs, place).tree()));
  }

  /** Without credentials the policy is the same but for the account. */
  private String account() {
    try {
      return identity.account();
    } catch (ProviderException _) {
      return "*";
    }
  }

  @Override
  public void close() {
    clients.close();
  }
}
