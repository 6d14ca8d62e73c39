package dev.slipway.engine.apply;

import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.retry.Pause;
import java.time.Duration;

/** The pauses between looks at one resource. */
final class Waiter {
  private final Waiting waiting;
  private Duration next;
  private Duration waited = Duration.ZERO;

  Waiter(Waiting waiting) {
    this.waiting = waiting;
    this.next = waiting.first();
  }

  /** Pauses, each time a little longer; false if the time is up. */
  boolean pauseOnce(Pause pause) throws InterruptedException {
    if (waited.compareTo(waiting.timeout()) >= 0) {
      return false;
    }
    pause.sleep(next);
    waited = waited.plus(next);
    Duration longer = next.multipliedBy(3).dividedBy(2);
    next = longer.compareTo(waiting.longest()) > 0 ? waiting.longest() : longer;
    return true;
  }
}
