package dev.slipway.aws.remains;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.refusal.Refusals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Network interfaces that the network plugin made for pods and that no machine took along. */
record NetworkInterfaces(Clients clients) implements Traces {
  @Override
  public List<Trace> of(String cluster) {
    Map<String, Trace> traces = new TreeMap<>();
    for (Filter filter : ClusterTags.filters(cluster)) {
      for (NetworkInterface found :
          clients
              .ec2()
              .describeNetworkInterfacesPaginator(request -> request.filters(filter))
              .networkInterfaces()) {
        String id = found.networkInterfaceId();
        ClusterTags.sign(Ec2Tags.map(found.tagSet()), cluster)
            .ifPresent(
                sign -> traces.put(id, new Trace("network interface", id, id, "tag " + sign)));
      }
    }
    return List.copyOf(traces.values());
  }

  @Override
  public void remove(Trace trace) {
    Refusals.unlessGone(
        () -> clients.ec2().deleteNetworkInterface(r -> r.networkInterfaceId(trace.id())),
        "InvalidNetworkInterfaceID.NotFound");
  }
}
