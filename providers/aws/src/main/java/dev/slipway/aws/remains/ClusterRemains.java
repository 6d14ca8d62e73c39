package dev.slipway.aws.remains;

import dev.slipway.aws.access.Clients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Everything that a cluster made by itself and that may outlive it. */
public final class ClusterRemains {
  /** What is held by others comes after those. */
  private final List<Traces> kinds;

  public ClusterRemains(Clients clients) {
    this.kinds =
        List.of(
            new LoadBalancers(clients),
            new ClassicLoadBalancers(clients),
            new TargetGroups(clients),
            new NetworkInterfaces(clients),
            new SecurityGroups(clients),
            new Volumes(clients),
            new LogGroups(clients));
  }

  /** What there is of a cluster's, in the order in which it can be removed. */
  public List<Trace> of(String cluster) {
    List<Trace> traces = new ArrayList<>();
    kinds.forEach(kind -> traces.addAll(kind.of(cluster)));
    return traces;
  }

  /**
   * What one round of removing came to.
   *
   * @param found what there was
   * @param held why some of it can't be removed now
   */
  record Round(List<Trace> found, Map<Trace, AwsServiceException> held) {}

  /** Removes what can be removed now. */
  Round removeOnce(String cluster) {
    List<Trace> found = new ArrayList<>();
    Map<Trace, AwsServiceException> held = new LinkedHashMap<>();
    for (Traces kind : kinds) {
      for (Trace trace : kind.of(cluster)) {
        found.add(trace);
        try {
          kind.remove(trace);
        } catch (AwsServiceException refused) {
          held.put(trace, refused);
        }
      }
    }
    return new Round(found, held);
  }
}
