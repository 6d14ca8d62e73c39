package dev.slipway.lab.cloud;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.retry.Pause;
import dev.slipway.lab.power.Power;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The line from one machine to the cloud: what goes wrong goes wrong here.
 *
 * @param latency of a call on a resource
 * @param pause how latency passes
 */
record Line(
    SimulatedCloud cloud,
    Power power,
    Faults faults,
    Function<ResourceId, Duration> latency,
    Pause pause) {

  <T> T call(Operation operation, ResourceId id, Supplier<T> effect) {
    power.point();
    cloud.began(operation);
    try {
      Duration takes = latency.apply(id);
      if (!takes.isZero()) {
        pause.sleep(takes);
      }
      T result = faulty(operation, id, effect);
      power.point();
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted within a call", e);
    } finally {
      cloud.ended();
    }
  }

  private <T> T faulty(Operation operation, ResourceId id, Supplier<T> effect) {
    return switch (faults.of(operation, id)) {
      case NONE -> done(effect);
      case REFUSED -> throw Refusals.refused(operation, id);
      case PASSING_BEFORE -> throw Refusals.passing(operation, id);
      case THROTTLED -> throw Refusals.throttled(operation, id);
      case BUG -> throw new UnsupportedOperationException("a bug in " + operation + " " + id);
      case PASSING_AFTER -> {
        done(effect);
        throw Refusals.passing(operation, id);
      }
    };
  }

  /** A machine without power changes nothing. */
  private <T> T done(Supplier<T> effect) {
    synchronized (cloud) {
      power.check();
      return effect.get();
    }
  }
}
