package dev.slipway.engine.retry;

import dev.slipway.engine.provider.ProviderException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a call that failed is made again: the pause doubles from {@code first} to {@code longest},
 * each drawn at random from its upper half so that many callers don't come back together; a pause
 * that the provider asks for is kept.
 *
 * @param attempts at the same call altogether, after a passing fault
 * @param throttledAttempts at the same call altogether, when the provider throttles
 */
public record Backoff(int attempts, int throttledAttempts, Duration first, Duration longest) {
  public static final Backoff DEFAULT =
      new Backoff(5, 12, Duration.ofMillis(250), Duration.ofSeconds(20));

  /** The pause before the next attempt, or empty if there is none. */
  public Optional<Duration> afterFailure(int attempt, ProviderException failure) {
    int allowed =
        switch (failure.retry()) {
          case NEVER, CANCELLED -> 1;
          case BACKOFF -> attempts;
          case THROTTLED -> throttledAttempts;
        };
    if (attempt >= allowed) {
      return Optional.empty();
    }
    long ceiling = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
    Duration drawn =
        Duration.ofMillis(ceiling / 2 + ThreadLocalRandom.current().nextLong(ceiling / 2 + 1));
    return Optional.of(
        failure.retryAfter().filter(asked -> asked.compareTo(drawn) > 0).orElse(drawn));
  }
}
