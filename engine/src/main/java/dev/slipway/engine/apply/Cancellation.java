package dev.slipway.engine.apply;

import dev.slipway.engine.retry.Pause;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Asks a run to stop: no further step is begun, running calls are waited for. */
public final class Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();
  private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});
  private final Set<Thread> sleepers = new HashSet<>();
  private final CountDownLatch asked = new CountDownLatch(1);

  public void request() {
    if (requested.compareAndSet(false, true)) {
      asked.countDown();
      listener.get().run();
      synchronized (sleepers) {
        sleepers.forEach(Thread::interrupt);
      }
    }
  }

  public boolean requested() {
    return requested.get();
  }

  /** Waits until the stop is asked for, or the thread is interrupted. */
  public void await() {
    try {
      asked.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs {@code action} when the stop is asked for, at once if it was already. */
  void onRequest(Runnable action) {
    listener.set(action);
    if (requested.get()) {
      action.run();
    }
  }

  /** Sleeps, but no longer than until the stop is asked for. */
  void sleep(Pause pause, Duration duration) throws InterruptedException {
    synchronized (sleepers) {
      if (requested.get()) {
        return;
      }
      sleepers.add(Thread.currentThread());
    }
    try {
      pause.sleep(duration);
    } catch (InterruptedException e) {
      if (!requested.get()) {
        throw e;
      }
    } finally {
      synchronized (sleepers) {
        sleepers.remove(Thread.currentThread());
        if (requested.get()) {
          // The wake-up may have come just after the sleep: it must not disturb the next call.
          Thread.interrupted();
        }
      }
    }
  }
}
