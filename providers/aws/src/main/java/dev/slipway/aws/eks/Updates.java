package dev.slipway.aws.eks;

import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.DescribeUpdateRequest;
import software.amazon.awssdk.services.eks.model.Update;
import software.amazon.awssdk.services.eks.model.UpdateStatus;

/**
 * Waits for EKS's updates. EKS makes one at a time of a cluster, a node group or an add-on, and one
 * that fails leaves the thing as it was, active and healthy: so each is followed to its end.
 */
public final class Updates {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration TIMEOUT = Duration.ofMinutes(90);

  private Updates() {}

  /**
   * Returns when an update has been made.
   *
   * @param what is updated, as in "the version of cluster 'harbour'"
   * @throws ProviderException if it fails, with what EKS says; or if the run is cancelled
   */
  public static void await(EksClient eks, DescribeUpdateRequest which, String what, Call call) {
    until(
        () -> {
          Update update = eks.describeUpdate(which).update();
          if (update.status() == UpdateStatus.FAILED || update.status() == UpdateStatus.CANCELLED) {
            throw ProviderException.refused(EksProblems.updateFailed(what, errors(update)));
          }
          return update.status() == UpdateStatus.SUCCESSFUL;
        },
        what,
        call);
  }

  /**
   * Returns when something is so.
   *
   * @param what is waited for
   * @throws ProviderException if it takes longer than an hour and a half, or the run is cancelled
   */
  public static void until(BooleanSupplier done, String what, Call call) {
    Duration pause = FIRST;
    Duration waited = Duration.ZERO;
    while (!done.getAsBoolean()) {
      if (call.cancelled()) {
        throw Refusals.cancelled();
      }
      if (waited.compareTo(TIMEOUT) >= 0) {
        throw ProviderException.refused(EksProblems.updateTakesTooLong(what, TIMEOUT));
      }
      call.progress("waiting for EKS to update " + what);
      sleep(pause);
      waited = waited.plus(pause);
      Duration longer = pause.multipliedBy(3).dividedBy(2);
      pause = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw Refusals.cancelled();
    }
  }

  private static String errors(Update update) {
    return update.errors().isEmpty()
        ? update.statusAsString() + ", and EKS names no error"
        : update.errors().stream()
            .map(error -> error.errorCodeAsString() + ": " + error.errorMessage())
            .collect(Collectors.joining("; "));
  }
}
