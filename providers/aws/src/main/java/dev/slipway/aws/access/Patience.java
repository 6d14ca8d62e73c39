package dev.slipway.aws.access;

import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Repeats a request that was throttled, since such a request did nothing. Other faults aren't
 * repeated here: whether the request did its work isn't known then, so the engine looks before it
 * makes it again.
 */
final class Patience {
  private static final int ATTEMPTS = 8;
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Patience() {}

  static RetryStrategy strategy() {
    BackoffStrategy backoff = BackoffStrategy.exponentialDelay(FIRST, LONGEST);
    return StandardRetryStrategy.builder()
        .useClientDefaults(false)
        .maxAttempts(ATTEMPTS)
        .backoffStrategy(backoff)
        .throttlingBackoffStrategy(backoff)
        .treatAsThrottling(Patience::isThrottled)
        .retryOnException(Patience::isThrottled)
        .build();
  }

  static boolean isThrottled(Throwable failure) {
    return failure instanceof SdkServiceException refused && refused.isThrottlingException();
  }
}
