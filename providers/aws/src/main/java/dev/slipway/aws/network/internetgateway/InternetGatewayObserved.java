package dev.slipway.aws.network.internetgateway;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Map;
import java.util.Optional;

/**
 * An internet gateway that exists.
 *
 * @param id for example {@code igw-0a1b2c3d}
 * @param vpc the VPC that it is attached to, if to one
 * @param tags all of its tags
 */
record InternetGatewayObserved(String id, Optional<String> vpc, Map<String, String> tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("id", id);
  }
}
