package dev.slipway.aws.eks.nodegroup;

/** How a node group's machines are bought. */
public enum CapacityType {
  ON_DEMAND,
  /** Cheaper, and AWS takes them back with two minutes' notice. */
  SPOT
}
