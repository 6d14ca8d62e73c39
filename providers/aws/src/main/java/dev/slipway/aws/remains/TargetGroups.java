package dev.slipway.aws.remains;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.refusal.Refusals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Target groups of load balancers. */
record TargetGroups(Clients clients) implements Traces {
  @Override
  public List<Trace> of(String cluster) {
    Map<String, String> names = new TreeMap<>();
    clients
        .loadBalancing()
        .describeTargetGroupsPaginator()
        .targetGroups()
        .forEach(found -> names.put(found.targetGroupArn(), found.targetGroupName()));
    return LoadBalancers.marked(clients.loadBalancing(), "target group", names, cluster);
  }

  @Override
  public void remove(Trace trace) {
    Refusals.unlessGone(
        () -> clients.loadBalancing().deleteTargetGroup(r -> r.targetGroupArn(trace.id())),
        "TargetGroupNotFound");
  }
}
