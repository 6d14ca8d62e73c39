package dev.slipway.aws.refusal;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Observed.Ownership;
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

  /**
   * Makes a call about something that was made just before: that it isn't known yet passes.
   *
   * @param absent the service's codes for what doesn't exist
   */
  public static void onceKnown(Runnable call, String... absent) {
    try {
      call.run();
    } catch (AwsServiceException refused) {
      if (isOneOf(refused, absent)) {
        throw CallProblems.because(
            refused,
            Lag.passing(Attempts.about(refused), ServiceProblems.said(refused), Optional.empty()));
      }
      throw refused;
    }
  }

  /**
   * Makes something whose name is unique, or goes on with it if it was made before.
   *
   * @param look finds what has the name
   * @param taken the service's codes for a name that is taken
   * @throws ProviderException if the name is taken by something that isn't this stack's
   */
  public static <O extends Observed> O make(
      Supplier<O> create, Supplier<Optional<O>> look, String... taken) {
    try {
      return create.get();
    } catch (AwsServiceException refused) {
      if (!isOneOf(refused, taken)) {
        throw refused;
      }
      return look.get()
          .filter(found -> found.ownership() == Ownership.OURS)
          .orElseThrow(
              () ->
                  CallProblems.because(
                      refused,
                      nameTaken(
                          "%s was refused: %s"
                              .formatted(Attempts.about(refused), ServiceProblems.said(refused)))));
    }
  }

  /**
   * What was found, if it is this stack's.
   *
   * @param what was looked for, for example {@code a queue named 'frames'}
   * @throws ProviderException if it isn't this stack's
   */
  public static <O extends Observed> Optional<O> ours(Optional<O> found, String what) {
    if (found.filter(other -> other.ownership() == Ownership.FOREIGN).isPresent()) {
      throw nameTaken("There is " + what);
    }
    return found;
  }

  /**
   * Something that was just made isn't listed yet, which passes.
   *
   * @param what for example {@code the log group /app}
   */
  public static ProviderException notListed(String what) {
    return Lag.passing(
        "The look for " + what, "it was just made and isn't listed", Optional.empty());
  }

  private static ProviderException nameTaken(String detail) {
    return ProviderException.refused(
        Diagnostic.user(
            "AWS-NAME-TAKEN",
            "A name is taken in this account",
            detail + ". It isn't this stack's.",
            "Choose another name in the stack file, or remove what has the name."));
  }
}
