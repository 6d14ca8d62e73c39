package dev.slipway.engine.stack;

import java.util.Objects;

/**
 * Where a system is to be built.
 *
 * @param stack the stack's name
 * @param target the target's kind, for example {@code local}
 * @param targetConfig the target's typed configuration
 */
public record Site(String stack, String target, Record targetConfig) {
  public Site {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(targetConfig, "targetConfig");
  }
}
