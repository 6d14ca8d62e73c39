package dev.slipway.aws.network.routetable;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Map;

/**
 * A route table that exists.
 *
 * @param id for example {@code rtb-0a1b2c3d}
 * @param routes the gateway's id by destination, without the VPC's own route
 * @param associations the id of the association by subnet
 * @param tags all of its tags
 */
record RouteTableObserved(
    String id,
    String vpc,
    Map<String, String> routes,
    Map<String, String> associations,
    Map<String, String> tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("id", id);
  }
}
