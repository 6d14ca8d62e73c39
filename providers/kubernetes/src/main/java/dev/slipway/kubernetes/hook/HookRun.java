package dev.slipway.kubernetes.hook;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.kubernetes.cluster.Cluster.Propagation;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Runs the objects of hooks.
 *
 * @param ours whether an object that is in the way may be deleted
 * @param told takes what is waited for
 */
record HookRun(
    Cluster cluster,
    Function<ApiObject, Status> readiness,
    Predicate<ApiObject> ours,
    BooleanSupplier cancelled,
    Consumer<String> told) {
  static final String BEFORE = "before-hook-creation";
  static final String SUCCEEDED = "hook-succeeded";
  static final String FAILED = "hook-failed";

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** Helm's own default of {@code --timeout}. */
  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Makes the object, and removes a former one first if the policies say so. */
  void start(ApiObject object, List<String> policies) {
    boolean replaces =
        policies.isEmpty() || policies.contains(BEFORE) || HookSpec.runs(object.key());
    Optional<ApiObject> former = cluster.get(object.key());
    if (former.isPresent() && !ours.test(former.get())) {
      throw ProviderException.refused(HookProblems.foreign(object.key()));
    }
    if (former.isPresent() && (replaces || former.get().deleting())) {
      remove(former.get());
    }
    cluster.apply(object, new Application(ObjectSpec.HELM, true, false));
  }

  /** Waits until the object that was started has ended. */
  HookEnd await(ObjectKey key) {
    Pauses pauses = new Pauses();
    while (true) {
      HookEnd end =
          cluster
              .get(key)
              .map(object -> HookEnd.of(object, readiness))
              .orElse(new HookEnd(HookPhase.LOST, HookHandler.LOST));
      if (end.phase() != HookPhase.RUNNING) {
        return end;
      }
      if (!pauses.pause(key, end.reason())) {
        return new HookEnd(
            HookPhase.FAILED,
            "it hasn't ended within " + PATIENCE.toMinutes() + " minutes: " + end.reason());
      }
    }
  }

  /** Deletes the object, if it is there and ours, without waiting. */
  void discard(ObjectKey key) {
    cluster.get(key).filter(ours).ifPresent(this::delete);
  }

  /** Deletes an object and waits until it is gone. */
  private void remove(ApiObject object) {
    delete(object);
    Optional<String> uid = object.text("metadata", "uid");
    Pauses pauses = new Pauses();
    Optional<ApiObject> there = cluster.get(object.key());
    while (there.isPresent() && there.get().text("metadata", "uid").equals(uid)) {
      if (!pauses.pause(object.key(), "the one of the run before is being deleted")) {
        throw ProviderException.refused(HookProblems.stuck(there.get()));
      }
      there = cluster.get(object.key());
    }
  }

  private void delete(ApiObject object) {
    cluster.delete(object.key(), object.text("metadata", "uid"), Propagation.FOREGROUND);
  }

  /** Growing pauses until the patience is at its end. */
  private final class Pauses {
    private final long end = System.nanoTime() + PATIENCE.toNanos();
    private Duration next = FIRST_PAUSE;

    boolean pause(ObjectKey key, String reason) {
      if (cancelled.getAsBoolean()) {
        throw ProviderException.cancelled(HookProblems.givenUp(key));
      }
      if (System.nanoTime() > end) {
        return false;
      }
      told.accept(reason);
      try {
        Thread.sleep(next);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw ProviderException.cancelled(HookProblems.givenUp(key));
      }
      next =
          next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
      return true;
    }
  }
}
