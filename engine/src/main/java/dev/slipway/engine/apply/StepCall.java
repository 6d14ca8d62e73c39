package dev.slipway.engine.apply;

import dev.slipway.engine.event.Event;
import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.secret.SecretStore;
import java.time.Duration;
import java.util.OptionalDouble;

/** A handler's call within a step: what it tells becomes events. */
record StepCall(
    StepId step,
    String stack,
    String owner,
    String token,
    SecretStore secrets,
    EventSink events,
    Cancellation cancellation)
    implements Call {
  @Override
  public void progress(String message) {
    events.accept(new Event.StepProgress(step, OptionalDouble.empty(), message));
  }

  @Override
  public void progress(double fraction, String message) {
    events.accept(new Event.StepProgress(step, OptionalDouble.of(fraction), message));
  }

  /** Sleeps, but no longer than until the run is cancelled. */
  void sleep(Pause pause, Duration duration) throws InterruptedException {
    cancellation.sleep(pause, duration);
  }

  @Override
  public boolean cancelled() {
    return cancellation.requested();
  }
}
