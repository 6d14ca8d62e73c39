package dev.slipway.aws.eks.addon;

/** What EKS does where an add-on's objects in the cluster were changed by others. */
public enum Conflicts {
  /** It leaves them, and the add-on may fail. */
  NONE,
  /** It sets them as the add-on has them. */
  OVERWRITE,
  /** It leaves them; when the add-on is made this is the same as {@link #NONE}. */
  PRESERVE
}
