package dev.slipway.aws.refusal;

import dev.slipway.engine.provider.ProviderException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What services refuse, and what it means. */
public final class Refusals {
  private Refusals() {}

  /**
   * Makes calls of services.
   *
   * @throws ProviderException which says which call was refused, why, and what to do
   */
  public static <T> T told(Supplier<T> calls) {
    try {
      return calls.get();
    } catch (SdkException refused) {
      throw of(refused);
    }
  }

  /** What an exception of the SDK means. */
  public static ProviderException of(SdkException refused) {
    String attempted = Attempts.about(refused);
    if (Thread.currentThread().isInterrupted() || refused instanceof AbortedException) {
      return CallProblems.cancelled(refused);
    }
    return switch (refused) {
      case AwsServiceException answer -> ServiceProblems.of(answer, attempted);
      case SdkClientException failed -> CallProblems.of(failed, attempted);
      default -> CallProblems.failed(refused, attempted);
    };
  }

  /** The refusal of a call that is given up since the run is cancelled. */
  public static ProviderException cancelled() {
    return CallProblems.cancelled(new InterruptedException("the run is cancelled"));
  }

  /** Whether a service refused with one of some codes of its own. */
  public static boolean isOneOf(AwsServiceException refused, String... codes) {
    return refused.awsErrorDetails() != null
        && Set.copyOf(Arrays.asList(codes)).contains(refused.awsErrorDetails().errorCode());
  }

  /**
   * What a call finds.
   *
   * @param absent the service's codes for what doesn't exist
   */
  public static <T> Optional<T> find(Supplier<T> call, String... absent) {
    try {
      return Optional.ofNullable(call.get());
    } catch (AwsServiceException refused) {
      if (isOneOf(refused, absent)) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  /**
   * Makes a call for which it is no error that what it is about doesn't exist.
   *
   * @param absent the service's codes for what doesn't exist
   */
  public static void unlessGone(Runnable call, String... absent) {
    try {
      call.run();
    } catch (AwsServiceException refused) {
      if (!isOneOf(refused, absent)) {
        throw refused;
      }
    }
  }
}
