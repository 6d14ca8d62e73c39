package dev.slipway.engine.provider;

import java.time.Duration;
import java.util.Objects;

/**
 * How to wait for a resource to become current.
 *
 * @param first pause before the second look
 * @param longest pause between looks, reached by growing
 * @param timeout after which the wait is given up
 */
public record Waiting(Duration first, Duration longest, Duration timeout) {
  public static final Waiting DEFAULT =
      new Waiting(Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofMinutes(10));

  public Waiting {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(longest, "longest");
    Objects.requireNonNull(timeout, "timeout");
  }
}
