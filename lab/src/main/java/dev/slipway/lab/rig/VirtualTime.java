package dev.slipway.lab.rig;

import dev.slipway.engine.retry.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes at once and is written down. */
public final class VirtualTime implements Pause {
  private final List<Duration> pauses = new ArrayList<>();

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    pauses.add(duration);
  }

  public synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
