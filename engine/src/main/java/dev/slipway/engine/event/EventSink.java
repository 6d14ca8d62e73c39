package dev.slipway.engine.event;

/**
 * Reads the events. Called from many threads at once; must not throw and must not block for long.
 */
@FunctionalInterface
public interface EventSink {
  void accept(Event event);

  EventSink NONE = _ -> {};
}
