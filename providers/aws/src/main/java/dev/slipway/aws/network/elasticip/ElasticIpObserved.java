package dev.slipway.aws.network.elasticip;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Map;

/**
 * An elastic IP address that is allocated.
 *
 * @param id of the allocation, for example {@code eipalloc-0a1b2c3d}
 * @param tags all of its tags
 */
record ElasticIpObserved(String id, String address, Map<String, String> tags) implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("id", id, "address", address);
  }
}
