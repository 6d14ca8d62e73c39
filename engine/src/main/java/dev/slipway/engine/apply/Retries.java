package dev.slipway.engine.apply;

import dev.slipway.engine.event.Event;
import dev.slipway.engine.provider.ProviderException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The attempts at one call of a step. Owned by one thread. */
final class Retries {
  private final int index;
  private final StepCall call;
  private final Applier applier;
  private final Consumer<Message> owner;
  private int attempt = 1;

  Retries(int index, StepCall call, Applier applier, Consumer<Message> owner) {
    this.index = index;
    this.call = call;
    this.applier = applier;
    this.owner = owner;
  }

  /** Makes the call until it isn't refused any more. */
  <T> T until(Supplier<T> attempted) throws InterruptedException {
    while (true) {
      try {
        return attempted.get();
      } catch (ProviderException refused) {
        pauseAfter(refused);
      }
    }
  }

  /**
   * Pauses before the next attempt.
   *
   * @throws ProviderException the refusal, if there is no next attempt
   */
  void pauseAfter(ProviderException refused) throws InterruptedException {
    if (refused.retry() == ProviderException.Retry.THROTTLED) {
      owner.accept(new Message.Throttled(index));
    }
    Duration next =
        applier
            .backoff()
            .afterFailure(attempt, refused)
            .filter(_ -> !call.cancelled())
            .orElseThrow(() -> refused);
    applier
        .events()
        .accept(new Event.StepRetrying(call.step(), attempt, next, refused.first().detail()));
    attempt++;
    call.sleep(applier.pause(), next);
    if (call.cancelled()) {
      throw refused;
    }
  }
}
