package dev.slipway.kubernetes.status.trouble;

/** What can be hoped for, from good to bad. */
public enum Outlook {
  /** Nothing is wrong, it only isn't done yet. */
  WORKING,
  /** Something is wrong, but the cluster goes on trying and may succeed. */
  MAY_HEAL,
  /** Waiting won't help: somebody has to change something. */
  STAYS
}
