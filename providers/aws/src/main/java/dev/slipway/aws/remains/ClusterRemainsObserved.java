package dev.slipway.aws.remains;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;

/**
 * What a cluster has left.
 *
 * @param held what is being removed and still there, each with what holds it if that is known
 */
record ClusterRemainsObserved(String cluster, List<String> held) implements Observed {
  ClusterRemainsObserved {
    held = List.copyOf(held);
  }

  @Override
  public Attributes attributes() {
    return Attributes.of("cluster", cluster);
  }
}
