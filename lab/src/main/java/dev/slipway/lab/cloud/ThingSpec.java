package dev.slipway.lab.cloud;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;

/**
 * What a thing of the simulated cloud should be. Attributes: {@code id} (given by the cloud when it
 * is made), {@code zone}, {@code size}, and {@code secret} of a thing that makes one.
 *
 * @param size any text; can be changed in place
 * @param zone any text; can't be changed in place on a {@link Kind#FIXED} thing
 * @param needs ids of things that it uses
 * @param looks number of looks until it is current, for a {@link Kind#SLOW} thing
 */
public record ThingSpec(String size, Value<String> zone, List<Value<String>> needs, int looks)
    implements Spec {
  public ThingSpec {
    needs = List.copyOf(needs);
  }
}
