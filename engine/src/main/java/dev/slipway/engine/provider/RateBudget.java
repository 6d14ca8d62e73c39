package dev.slipway.engine.provider;

/**
 * How hard a provider may be driven.
 *
 * @param inFlight calls at the same time, at least 1
 * @param perSecond calls started in a second on average; {@code Double.POSITIVE_INFINITY} for no
 *     limit
 * @param burst calls that may start at once after a rest, at least 1
 */
public record RateBudget(int inFlight, double perSecond, int burst) {
  public static final RateBudget UNLIMITED =
      new RateBudget(Integer.MAX_VALUE, Double.POSITIVE_INFINITY, Integer.MAX_VALUE);

  public RateBudget {
    if (inFlight < 1 || !(perSecond > 0) || burst < 1) {
      throw new IllegalArgumentException(
          "not a rate budget: " + inFlight + ", " + perSecond + ", " + burst);
    }
  }
}
