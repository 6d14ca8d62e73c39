package dev.slipway.aws.network.natgateway;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Objects;

/**
 * The way to the Internet for private subnets. Attribute: {@code id}.
 *
 * @param subnet the id of the public subnet that it lies in
 * @param address the allocation id of its elastic IP address
 * @param tags further tags
 */
public record NatGatewaySpec(Value<String> subnet, Value<String> address, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.nat-gateway";

  public NatGatewaySpec {
    Objects.requireNonNull(subnet, "subnet");
    Objects.requireNonNull(address, "address");
    tags = Map.copyOf(tags);
  }
}
