package dev.slipway.engine.apply;

import dev.slipway.engine.provider.RateBudget;

/**
 * Keeps the calls to one provider within its budget, and below it for a while after the provider
 * throttled: the number in flight is halved, and grows again by one for each full round of calls
 * that went well. Owned by one thread.
 */
final class Throttle {
  private final RateBudget budget;
  private double allowedInFlight;
  private int inFlight;
  private double tokens;
  private long refilledAt;

  Throttle(RateBudget budget, long nowNanos) {
    this.budget = budget;
    this.allowedInFlight = budget.inFlight();
    this.tokens = budget.burst();
    this.refilledAt = nowNanos;
  }

  /** Takes a place for a call, if there is one now. */
  boolean tryTake(long nowNanos) {
    refill(nowNanos);
    if (inFlight >= (int) allowedInFlight || tokens < 1) {
      return false;
    }
    inFlight++;
    if (Double.isFinite(budget.perSecond())) {
      tokens--;
    }
    return true;
  }

  /**
   * How long until time alone makes room for a call, in nanoseconds; {@code Long.MAX_VALUE} if only
   * a result can.
   */
  long nanosUntilRoom(long nowNanos) {
    refill(nowNanos);
    if (inFlight >= (int) allowedInFlight) {
      return Long.MAX_VALUE;
    }
    return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / budget.perSecond() * 1e9);
  }

  void ended() {
    inFlight--;
    allowedInFlight = Math.min(budget.inFlight(), allowedInFlight + 1 / allowedInFlight);
  }

  void throttled() {
    allowedInFlight = Math.max(1, Math.min(allowedInFlight, inFlight) / 2);
  }

  private void refill(long nowNanos) {
    if (Double.isFinite(budget.perSecond())) {
      tokens =
          Math.min(budget.burst(), tokens + (nowNanos - refilledAt) / 1e9 * budget.perSecond());
    }
    refilledAt = nowNanos;
  }
}
