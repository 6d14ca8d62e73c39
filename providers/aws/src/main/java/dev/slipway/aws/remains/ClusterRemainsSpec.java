package dev.slipway.aws.remains;

import dev.slipway.engine.resource.Spec;
import java.util.Objects;

/**
 * What a cluster makes by itself in its network: load balancers, network interfaces, volumes, log
 * groups. Makes nothing; its removal removes all of that, after the cluster is gone and before the
 * network goes. Attribute: {@code cluster}.
 *
 * @param cluster the cluster's name
 */
public record ClusterRemainsSpec(String cluster) implements Spec {
  public static final String TYPE = "aws.cluster-remains";

  public ClusterRemainsSpec {
    Objects.requireNonNull(cluster, "cluster");
  }
}
