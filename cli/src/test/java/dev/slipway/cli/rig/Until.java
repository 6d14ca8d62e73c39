package dev.slipway.cli.rig;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to become true. */
public final class Until {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(5);

  private Until() {}

  /** Fails if it doesn't become true in two minutes. */
  public static void isTrue(BooleanSupplier condition, Supplier<String> what) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > DEADLINE.toNanos()) {
        throw new AssertionError("not in " + DEADLINE.toMinutes() + " minutes: " + what.get());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
