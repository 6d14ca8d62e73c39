package dev.slipway.lab.power;

/** The machine lost power: everything that ran on it ends here, as after {@code kill -9}. */
public final class PowerCut extends Error {
  PowerCut() {
    super("the power was cut", null, false, false);
  }
}
