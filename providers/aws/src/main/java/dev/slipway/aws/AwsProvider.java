package dev.slipway.aws;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.network.elasticip.ElasticIpHandler;
import dev.slipway.aws.network.internetgateway.InternetGatewayHandler;
import dev.slipway.aws.network.launchtemplate.LaunchTemplateHandler;
import dev.slipway.aws.network.natgateway.NatGatewayHandler;
import dev.slipway.aws.network.routetable.RouteTableHandler;
import dev.slipway.aws.network.securitygroup.SecurityGroupHandler;
import dev.slipway.aws.network.subnet.SubnetHandler;
import dev.slipway.aws.network.subnettags.SubnetTagsHandler;
import dev.slipway.aws.network.vpc.VpcHandler;
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
        new Telling<>(new ElasticIpHandler(clients)),
        new Telling<>(new InternetGatewayHandler(clients)),
        new Telling<>(new LaunchTemplateHandler(clients)),
        new Telling<>(new NatGatewayHandler(clients)),
        new Telling<>(new RouteTableHandler(clients)),
        new Telling<>(new SecurityGroupHandler(clients)),
        new Telling<>(new SubnetHandler(clients)),
        new Telling<>(new SubnetTagsHandler(clients)),
        new Telling<>(new VpcHandler(clients)));
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
