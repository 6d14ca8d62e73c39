package dev.slipway.aws.network.internetgateway;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Objects;

/**
 * The way between a VPC and the Internet. Attribute: {@code id}.
 *
 * @param vpc the id of the VPC that it is attached to
 * @param tags further tags
 */
public record InternetGatewaySpec(Value<String> vpc, Map<String, String> tags) implements Spec {
  public static final String TYPE = "aws.internet-gateway";

  public InternetGatewaySpec {
    Objects.requireNonNull(vpc, "vpc");
    tags = Map.copyOf(tags);
  }
}
