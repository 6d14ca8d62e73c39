package dev.slipway.kubernetes;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.LogSource;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.provider.RateBudget;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Route;
import dev.slipway.engine.verify.Way;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.forward.ServiceForward;
import dev.slipway.kubernetes.log.PodLogs;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects of a Kubernetes cluster. */
public final class KubernetesProvider implements Provider {
  private static final String NAME = "kubernetes";

  /** An API server shares its capacity fairly by itself; more at once only makes it queue. */
  private static final RateBudget BUDGET = new RateBudget(64, Double.POSITIVE_INFINITY, 64);

  private final Cluster cluster;

  public KubernetesProvider(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ResourceHandler<?, ?>> handlers() {
    return List.of();
  }

  @Override
  public RateBudget budget() {
    return BUDGET;
  }

  @Override
  public Expansion expand(
      List<Resource<?>> wanted,
      Map<ResourceId, Map<String, Object>> last,
      Purpose purpose,
      Call call) {
    if (purpose == Purpose.DOWN || last.keySet().stream().anyMatch(KubernetesProvider::isOurs)) {
      // Where something was made, a cluster that doesn't answer isn't one that doesn't exist yet.
      cluster.mustAnswer();
    }
    return Expansion.of(wanted);
  }

  private static boolean isOurs(ResourceId id) {
    return id.type().startsWith(NAME + ".");
  }

  @Override
  public List<Leftover> leftovers(Set<ResourceId> kept, Call call) {
    return new Marked(cluster, call.owner()).leftovers(kept);
  }

  @Override
  public List<LogSource> logs(Call call) {
    return new PodLogs(cluster).of(call.owner());
  }

  @Override
  public Way open(Route route, Call call) {
    return new ServiceForward(cluster).open(route);
  }

  @Override
  public void close() {
    cluster.close();
  }
}
