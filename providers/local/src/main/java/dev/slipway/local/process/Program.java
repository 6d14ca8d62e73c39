package dev.slipway.local.process;

import dev.slipway.engine.resource.Value;

/** What a process runs. */
public sealed interface Program {
  /**
   * An executable file.
   *
   * @param path absolute path
   */
  record Executable(Value<String> path) implements Program {}

  /**
   * A main class of Slipway's own, on the Java runtime and class path of the running command.
   *
   * @param mainClass fully qualified name
   */
  record Slipway(String mainClass) implements Program {}
}
