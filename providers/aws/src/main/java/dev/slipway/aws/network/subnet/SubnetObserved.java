package dev.slipway.aws.network.subnet;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Map;

/**
 * A subnet that exists.
 *
 * @param id for example {@code subnet-0a1b2c3d}
 * @param state {@code pending} or {@code available}
 * @param tags all of its tags
 */
record SubnetObserved(
    String id,
    String vpc,
    String cidr,
    String zone,
    boolean publicAddresses,
    String state,
    Map<String, String> tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("id", id, "cidr", cidr, "zone", zone);
  }
}
