package dev.slipway.local.port;

import dev.slipway.engine.resource.Spec;
import java.util.Optional;

/**
 * A TCP port on loopback that belongs to the stack. Attribute: {@code number}.
 *
 * @param number the port, 1 to 65535; empty for any that is free when the resource is made
 */
public record PortSpec(Optional<Integer> number) implements Spec {
  public static final String TYPE = "local.port";

  public PortSpec {
    if (number.isPresent() && (number.get() < 1 || number.get() > 65_535)) {
      throw new IllegalArgumentException("a port is from 1 to 65535, not " + number.get());
    }
  }
}
