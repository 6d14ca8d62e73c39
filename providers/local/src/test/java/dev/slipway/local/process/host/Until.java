package dev.slipway.local.process.host;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline that only a failure reaches. */
public final class Until {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private Until() {}

  public static void holds(String what, BooleanSupplier condition) {
    var _ = gives(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  public static <T> T gives(String what, Supplier<Optional<T>> source) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (System.nanoTime() - deadline < 0) {
      Optional<T> found = source.get();
      if (found.isPresent()) {
        return found.get();
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted while waiting until " + what, e);
      }
    }
    throw new AssertionError("it didn't come to pass in " + DEADLINE + " that " + what);
  }
}
