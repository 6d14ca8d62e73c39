package dev.slipway.aws.remains;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.refusal.Refusals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TagDescription;

/** Application and network load balancers. */
record LoadBalancers(Clients clients) implements Traces {
  /** Most resources whose tags one call tells. */
  static final int TAGS_AT_ONCE = 20;

  @Override
  public List<Trace> of(String cluster) {
    Map<String, String> names = new TreeMap<>();
    clients
        .loadBalancing()
        .describeLoadBalancersPaginator()
        .loadBalancers()
        .forEach(found -> names.put(found.loadBalancerArn(), found.loadBalancerName()));
    return marked(clients.loadBalancing(), "load balancer", names, cluster);
  }

  @Override
  public void remove(Trace trace) {
    Refusals.unlessGone(
        () -> clients.loadBalancing().deleteLoadBalancer(r -> r.loadBalancerArn(trace.id())),
        "LoadBalancerNotFound");
  }

  /**
   * Those that carry a cluster's tags.
   *
   * @param names by ARN
   */
  static List<Trace> marked(
      ElasticLoadBalancingV2Client client, String kind, Map<String, String> names, String cluster) {
    List<String> arns = new ArrayList<>(names.keySet());
    List<Trace> traces = new ArrayList<>();
    for (int from = 0; from < arns.size(); from += TAGS_AT_ONCE) {
      List<String> some = arns.subList(from, Math.min(from + TAGS_AT_ONCE, arns.size()));
      for (TagDescription described :
          client.describeTags(request -> request.resourceArns(some)).tagDescriptions()) {
        Map<String, String> tags = new HashMap<>();
        described.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        String arn = described.resourceArn();
        ClusterTags.sign(tags, cluster)
            .ifPresent(sign -> traces.add(new Trace(kind, arn, names.get(arn), "tag " + sign)));
      }
    }
    return traces;
  }
}
