package dev.slipway.aws.network.vpc;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Map;

/**
 * A virtual private cloud that exists.
 *
 * @param id for example {@code vpc-0a1b2c3d}
 * @param state {@code pending} or {@code available}
 * @param dnsNames whether names are resolved in it and its machines have some
 * @param tags all of its tags
 */
record VpcObserved(String id, String cidr, String state, boolean dnsNames, Map<String, String> tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("id", id, "cidr", cidr);
  }
}
