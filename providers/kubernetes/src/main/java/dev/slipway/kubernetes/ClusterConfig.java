package dev.slipway.kubernetes;

/** The keys of a target whose systems run in a Kubernetes cluster. */
public interface ClusterConfig {
  /** The namespace of the systems that name none of their own. */
  String namespace();
}
