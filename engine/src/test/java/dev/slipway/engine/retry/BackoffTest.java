package dev.slipway.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ProviderException.Retry;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static ProviderException failure(Retry retry, Duration retryAfter) {
    return new ProviderException(
        Diagnostic.environment("SIM-NO", "No", "No.", "Ask again."),
        retry,
        Optional.ofNullable(retryAfter));
  }

  @Test
  void neverRetriesWhatIsRefusedForGood() {
    assertThat(Backoff.DEFAULT.afterFailure(1, failure(Retry.NEVER, null))).isEmpty();
  }

  @Test
  void growsToItsLongestPauseAndEnds() {
    Backoff backoff = new Backoff(10, 20, Duration.ofMillis(100), Duration.ofMillis(1000));
    for (int attempt = 1; attempt < 10; attempt++) {
      long ceiling = Math.min(1000, 100L << (attempt - 1));
      assertThat(backoff.afterFailure(attempt, failure(Retry.BACKOFF, null)).orElseThrow())
          .isBetween(Duration.ofMillis(ceiling / 2), Duration.ofMillis(ceiling));
    }
    assertThat(backoff.afterFailure(10, failure(Retry.BACKOFF, null))).isEmpty();
    assertThat(backoff.afterFailure(19, failure(Retry.THROTTLED, null))).isPresent();
    assertThat(backoff.afterFailure(20, failure(Retry.THROTTLED, null))).isEmpty();
  }

  @Test
  void keepsAPauseThatTheProviderAsksFor() {
    assertThat(Backoff.DEFAULT.afterFailure(1, failure(Retry.THROTTLED, Duration.ofSeconds(90))))
        .contains(Duration.ofSeconds(90));
  }
}
