package dev.slipway.engine.stack;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a system is to be built.
 *
 * @param stack the stack's name
 * @param target the target's kind, for example {@code local}
 * @param targetConfig the target's typed configuration
 * @param home the stack file's folder, where relative paths in it begin
 */
public record Site(String stack, String target, Record targetConfig, Path home) {
  public Site {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(targetConfig, "targetConfig");
    Objects.requireNonNull(home, "home");
  }

  /** Where a path of the stack file leads. */
  public String path(String asWritten) {
    return home.resolve(asWritten).normalize().toString();
  }
}
