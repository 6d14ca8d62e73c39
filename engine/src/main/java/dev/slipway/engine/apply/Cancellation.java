package dev.slipway.engine.apply;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Asks a run to stop: no further step is begun, running calls are waited for. */
public final class Cancellation {
  private final AtomicBoolean requested = new AtomicBoolean();
  private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

  public void request() {
    if (requested.compareAndSet(false, true)) {
      listener.get().run();
    }
  }

  public boolean requested() {
    return requested.get();
  }

  /** Runs {@code action} when the stop is asked for, at once if it was already. */
  void onRequest(Runnable action) {
    listener.set(action);
    if (requested.get()) {
      action.run();
    }
  }
}
