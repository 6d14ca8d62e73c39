package dev.slipway.aws.eks.cluster;

/** What EKS does when the standard support of a cluster's version ends. */
public enum UpgradePolicy {
  /** It upgrades the cluster by itself. */
  STANDARD,
  /** The cluster keeps its version, at a higher price. */
  EXTENDED
}
