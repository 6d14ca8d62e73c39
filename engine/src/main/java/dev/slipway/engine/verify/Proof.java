package dev.slipway.engine.verify;

import java.util.List;

/**
 * How one system is proven to serve.
 *
 * @param system the system's name in the stack file
 * @param checks in the order in which they run
 */
public record Proof(String system, List<Check> checks) {
  public Proof {
    checks = List.copyOf(checks);
  }
}
