package dev.slipway.engine.retry;

import java.time.Duration;

/** Lets time pass; tests let it pass at once. */
@FunctionalInterface
public interface Pause {
  void sleep(Duration duration) throws InterruptedException;

  Pause REAL = Thread::sleep;
}
