package dev.slipway.aws.network.subnet;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Objects;

/**
 * A part of a VPC in one availability zone. Attributes: {@code id}, {@code cidr}, {@code zone}.
 *
 * @param vpc the VPC's id
 * @param cidr its IPv4 addresses, within the VPC's
 * @param zone for example {@code eu-central-1a}; or a number from 1, for the region's first zone
 *     and so on
 * @param publicAddresses whether a machine that starts in it gets a public address
 * @param tags further tags, such as {@code kubernetes.io/role/elb}
 */
public record SubnetSpec(
    Value<String> vpc, String cidr, String zone, boolean publicAddresses, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.subnet";

  public SubnetSpec {
    Objects.requireNonNull(vpc, "vpc");
    tags = Map.copyOf(tags);
  }

  /** The same in a zone. */
  public SubnetSpec in(String zone) {
    return new SubnetSpec(vpc, cidr, zone, publicAddresses, tags);
  }
}
