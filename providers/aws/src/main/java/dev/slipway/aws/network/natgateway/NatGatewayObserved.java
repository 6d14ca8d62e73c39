package dev.slipway.aws.network.natgateway;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Map;
import java.util.Optional;

/**
 * A NAT gateway that exists.
 *
 * @param id for example {@code nat-0a1b2c3d}
 * @param address the allocation id of its elastic IP address, if it has one
 * @param state {@code pending}, {@code available}, {@code failed} or {@code deleting}
 * @param failure why it failed, if it did
 * @param tags all of its tags
 */
record NatGatewayObserved(
    String id,
    String subnet,
    Optional<String> address,
    String state,
    Optional<String> failure,
    Map<String, String> tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("id", id);
  }
}
