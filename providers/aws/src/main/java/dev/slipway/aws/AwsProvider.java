package dev.slipway.aws;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.eks.access.AccessEntryHandler;
import dev.slipway.aws.eks.addon.AddonHandler;
import dev.slipway.aws.eks.cluster.ClusterHandler;
import dev.slipway.aws.eks.nodegroup.NodeGroupHandler;
import dev.slipway.aws.eks.podidentity.PodIdentityHandler;
import dev.slipway.aws.network.subnet.SubnetHandler;
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
        new Telling<>(new AccessEntryHandler(clients)),
        new Telling<>(new AddonHandler(clients)),
        new Telling<>(new ClusterHandler(clients)),
        new Telling<>(new NodeGroupHandler(clients)),
        new Telling<>(new PodIdentityHandler(clients)),
        new Telling<>(new SubnetHandler(clients)),
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
