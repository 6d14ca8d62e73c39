package dev.slipway.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.provider.RateBudget;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
  private static final long SECOND = 1_000_000_000L;

  private static int take(Throttle throttle, long now) {
    int taken = 0;
    while (throttle.tryTake(now)) {
      taken++;
    }
    return taken;
  }

  @Test
  void keepsWithinWhatMayBeInFlight() {
    Throttle throttle = new Throttle(new RateBudget(4, Double.POSITIVE_INFINITY, 1), 0);
    assertThat(take(throttle, 0)).isEqualTo(4);
    throttle.ended();
    assertThat(take(throttle, 0)).isEqualTo(1);
    assertThat(throttle.nanosUntilRoom(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void keepsWithinTheRate() {
    Throttle throttle = new Throttle(new RateBudget(1000, 10, 5), 0);
    assertThat(take(throttle, 0)).isEqualTo(5);
    assertThat(throttle.nanosUntilRoom(0)).isEqualTo(SECOND / 10);
    int taken = 0;
    for (long now = 0; now <= 10 * SECOND; now += SECOND / 100) {
      taken += take(throttle, now);
    }
    assertThat(taken).isBetween(99, 101);
    assertThat(take(throttle, 100 * SECOND)).isEqualTo(5);
  }

  @Test
  void halvesWhatIsInFlightWhenThrottledAndGrowsAgainSlowly() {
    Throttle throttle = new Throttle(RateBudget.UNLIMITED, 0);
    for (int i = 0; i < 64; i++) {
      throttle.tryTake(0);
    }
    throttle.throttled();
    for (int i = 0; i < 64; i++) {
      throttle.ended();
    }
    int allowed = take(throttle, 0);
    assertThat(allowed).isBetween(32, 34);
    throttle.throttled();
    for (int i = 0; i < allowed; i++) {
      throttle.ended();
    }
    assertThat(take(throttle, 0)).isBetween(16, 18);
  }

  @Test
  void alwaysAllowsOne() {
    Throttle throttle = new Throttle(new RateBudget(1, Double.POSITIVE_INFINITY, 1), 0);
    throttle.tryTake(0);
    throttle.throttled();
    throttle.throttled();
    throttle.ended();
    assertThat(throttle.tryTake(0)).isTrue();
  }
}
