package dev.slipway.lab.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what will soon be so. */
public final class Await {
  private static final Duration PAUSE = Duration.ofMillis(25);

  private Await() {}

  /**
   * Returns when a condition holds.
   *
   * @param limit after which it fails
   * @param what is waited for, as in "the pod to be ready"
   * @param detail what is known when it fails
   * @throws LabException if it doesn't hold in time
   */
  public static void until(
      Duration limit, String what, BooleanSupplier condition, Supplier<String> detail) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new LabException(
            "waited " + limit.toSeconds() + " s for " + what + ":\n" + detail.get());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LabException("interrupted while waiting for " + what, e);
      }
    }
  }
}
