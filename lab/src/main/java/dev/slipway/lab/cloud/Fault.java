package dev.slipway.lab.cloud;

/** What goes wrong with a call to the simulated cloud. */
public enum Fault {
  NONE,
  /** It is refused, and will be again. */
  REFUSED,
  /** A passing fault, before anything was done. */
  PASSING_BEFORE,
  /** A passing fault, after it was done. */
  PASSING_AFTER,
  /** Too many calls. */
  THROTTLED,
  /** The handler throws what it never should. */
  BUG
}
