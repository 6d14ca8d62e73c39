package dev.slipway.aws.remains;

import dev.slipway.aws.access.Clients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.TagDescription;

/** Load balancers of the first kind. */
record ClassicLoadBalancers(Clients clients) implements Traces {
  @Override
  public List<Trace> of(String cluster) {
    List<String> names =
        clients
            .classicLoadBalancing()
            .describeLoadBalancersPaginator()
            .loadBalancerDescriptions()
            .stream()
            .map(LoadBalancerDescription::loadBalancerName)
            .toList();
    List<Trace> traces = new ArrayList<>();
    for (int from = 0; from < names.size(); from += LoadBalancers.TAGS_AT_ONCE) {
      List<String> some =
          names.subList(from, Math.min(from + LoadBalancers.TAGS_AT_ONCE, names.size()));
      for (TagDescription described :
          clients
              .classicLoadBalancing()
              .describeTags(request -> request.loadBalancerNames(some))
              .tagDescriptions()) {
        Map<String, String> tags = new HashMap<>();
        described.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        String name = described.loadBalancerName();
        ClusterTags.sign(tags, cluster)
            .ifPresent(
                sign -> traces.add(new Trace("classic load balancer", name, name, "tag " + sign)));
      }
    }
    return traces;
  }

  /** The service itself takes one that is gone for removed. */
  @Override
  public void remove(Trace trace) {
    clients.classicLoadBalancing().deleteLoadBalancer(r -> r.loadBalancerName(trace.id()));
  }
}
