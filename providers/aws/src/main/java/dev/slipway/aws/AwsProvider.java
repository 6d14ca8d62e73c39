package dev.slipway.aws;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.acm.certificate.CertificateHandler;
import dev.slipway.aws.acm.validation.ValidationHandler;
import dev.slipway.aws.autoscaling.limits.LimitsHandler;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.iam.instanceprofile.InstanceProfileHandler;
import dev.slipway.aws.iam.oidc.OidcProviderHandler;
import dev.slipway.aws.iam.policy.PolicyHandler;
import dev.slipway.aws.iam.role.RoleHandler;
import dev.slipway.aws.network.subnet.SubnetHandler;
import dev.slipway.aws.network.vpc.VpcHandler;
import dev.slipway.aws.permission.Permissions;
import dev.slipway.aws.permission.Place;
import dev.slipway.aws.permission.Verb;
import dev.slipway.aws.rds.instance.InstanceHandler;
import dev.slipway.aws.rds.subnetgroup.SubnetGroupHandler;
import dev.slipway.aws.route53.record.RecordHandler;
import dev.slipway.aws.route53.zone.ZoneHandler;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.provider.RateBudget;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/** Resources of an AWS account in one region. */
public final class AwsProvider implements Provider {
  static final String NAME = "aws";

  /** How many steps at once; the requests of each service are bounded beside. */
  private static final RateBudget BUDGET = new RateBudget(64, 40, 40);

  private final Clients clients;

  public AwsProvider(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ResourceHandler<?, ?>> handlers() {
    return List.of(
        new Telling<>(new CertificateHandler(clients)),
        new Telling<>(new InstanceHandler(clients)),
        new Telling<>(new InstanceProfileHandler(clients)),
        new Telling<>(new LimitsHandler(clients)),
        new Telling<>(new OidcProviderHandler(clients)),
        new Telling<>(new PolicyHandler(clients)),
        new Telling<>(new RecordHandler(clients)),
        new Telling<>(new RoleHandler(clients)),
        new Telling<>(new SubnetGroupHandler(clients)),
        new Telling<>(new SubnetHandler(clients)),
        new Telling<>(new ValidationHandler(clients)),
        new Telling<>(new VpcHandler(clients)),
        new Telling<>(new ZoneHandler(clients)));
  }

  @Override
  public RateBudget budget() {
    return BUDGET;
  }

  @Override
  public List<Leftover> leftovers(Set<ResourceId> kept, Call call) {
    return List.of();
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
      return clients.sts().getCallerIdentity().account();
    } catch (SdkException _) {
      return "*";
    }
  }

  @Override
  public void close() {
    clients.close();
  }
}
