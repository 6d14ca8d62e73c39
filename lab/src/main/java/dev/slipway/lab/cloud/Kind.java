package dev.slipway.lab.cloud;

/** The kinds of things that the simulated cloud makes. */
public enum Kind {
  /** Every field can be changed in place. */
  PLAIN,
  /** Its zone can only be changed by replacing it. */
  FIXED,
  /** Becomes current only after it was looked at {@code looks} times, and goes as slowly. */
  SLOW,
  /** Makes a secret. */
  SECRET,
  /** Holds data. */
  VOLUME;

  /** The resource type. */
  public String type() {
    return "sim." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
