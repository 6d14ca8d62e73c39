package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;

/** Looks for what tells why an object isn't ready. */
public record EvidenceCollector(Cluster cluster) {
  public Evidence collect(ApiObject live) {
    return Evidence.NONE;
  }
}
