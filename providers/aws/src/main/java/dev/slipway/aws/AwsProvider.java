package dev.slipway.aws;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.acm.certificate.CertificateHandler;
import dev.slipway.aws.acm.validation.ValidationHandler;
import dev.slipway.aws.autoscaling.limits.LimitsHandler;
import dev.slipway.aws.iam.instanceprofile.InstanceProfileHandler;
import dev.slipway.aws.iam.oidc.OidcProviderHandler;
import dev.slipway.aws.iam.policy.PolicyHandler;
import dev.slipway.aws.iam.role.RoleHandler;
import dev.slipway.aws.network.subnet.SubnetHandler;
import dev.slipway.aws.network.vpc.VpcHandler;
import dev.slipway.aws.rds.instance.InstanceHandler;
import dev.slipway.aws.rds.subnetgroup.SubnetGroupHandler;
import dev.slipway.aws.route53.record.RecordHandler;
import dev.slipway.aws.route53.zone.ZoneHandler;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.provider.RateBudget;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import java.util.List;
import java.util.Set;

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
  public void close() {
    clients.close();
  }
}
