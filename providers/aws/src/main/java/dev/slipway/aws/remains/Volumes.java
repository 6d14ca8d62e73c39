package dev.slipway.aws.remains;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.refusal.Refusals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Volume;

/** EBS volumes that were made for claims. */
record Volumes(Clients clients) implements Traces {
  private static final String CLAIM = "kubernetes.io/created-for/pvc/name";
  private static final String NAMESPACE = "kubernetes.io/created-for/pvc/namespace";

  @Override
  public List<Trace> of(String cluster) {
    Map<String, Trace> traces = new TreeMap<>();
    for (Filter filter : ClusterTags.filters(cluster)) {
      for (Volume found :
          clients.ec2().describeVolumesPaginator(request -> request.filters(filter)).volumes()) {
        Map<String, String> tags = Ec2Tags.map(found.tags());
        String name =
            tags.containsKey(CLAIM)
                ? "%s of the claim %s/%s"
                    .formatted(found.volumeId(), tags.get(NAMESPACE), tags.get(CLAIM))
                : found.volumeId();
        ClusterTags.sign(tags, cluster)
            .ifPresent(
                sign ->
                    traces.put(
                        found.volumeId(),
                        new Trace("volume", found.volumeId(), name, "tag " + sign)));
      }
    }
    return List.copyOf(traces.values());
  }

  @Override
  public void remove(Trace trace) {
    Refusals.unlessGone(
        () -> clients.ec2().deleteVolume(request -> request.volumeId(trace.id())),
        "InvalidVolume.NotFound");
  }
}
