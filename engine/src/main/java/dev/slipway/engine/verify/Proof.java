package dev.slipway.engine.verify;

import java.util.List;
import java.util.Objects;

/**
 * How one system is proven to serve. The same proof can be run again once it has been cleaned up.
 *
 * @param system the system's name in the stack file
 * @param checks in the order in which they run
 * @param cleanup gives back what the checks hold, for example a connection, and removes what they
 *     left in the system; called once when the last check has ended, however it ended. It doesn't
 *     throw.
 * @param routes ways that are opened for the checks and the cleanup, since what they drive can't be
 *     reached directly
 */
public record Proof(String system, List<Check> checks, Runnable cleanup, List<Route> routes) {
  public Proof {
    checks = List.copyOf(checks);
    Objects.requireNonNull(cleanup, "cleanup");
    routes = List.copyOf(routes);
  }

  /** A proof of what can be reached directly. */
  public Proof(String system, List<Check> checks, Runnable cleanup) {
    this(system, checks, cleanup, List.of());
  }

  /** A proof whose checks hold nothing. */
  public Proof(String system, List<Check> checks) {
    this(system, checks, () -> {});
  }
}
