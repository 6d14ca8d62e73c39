package dev.slipway.local.port;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;

/**
 * A port that is reserved.
 *
 * @param number 1 to 65535
 */
public record PortObserved(int number) implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("number", number);
  }
}
