package dev.slipway.aws.network.vpc;

import dev.slipway.engine.resource.Spec;
import java.util.Map;

/**
 * A virtual private cloud, with DNS names for what is in it: EKS needs those. Attributes: {@code
 * id}, {@code cidr}.
 *
 * @param cidr its IPv4 addresses, for example {@code 10.0.0.0/16}; from /16 to /28
 * @param tags further tags
 */
public record VpcSpec(String cidr, Map<String, String> tags) implements Spec {
  public static final String TYPE = "aws.vpc";

  public VpcSpec {
    tags = Map.copyOf(tags);
  }
}
