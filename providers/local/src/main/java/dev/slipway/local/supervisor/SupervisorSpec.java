package dev.slipway.local.supervisor;

import dev.slipway.engine.resource.Spec;

/**
 * The process that keeps the stack's processes running after the command has ended. Attributes:
 * {@code folder} (where it takes its orders), {@code pid}, {@code started} (start time as the
 * operating system tells it).
 *
 * @param name tells the stack's supervisor apart in a process list
 */
public record SupervisorSpec(String name) implements Spec {
  public static final String TYPE = "local.supervisor";
}
