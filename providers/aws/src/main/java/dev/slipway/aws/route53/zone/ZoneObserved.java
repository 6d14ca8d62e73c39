package dev.slipway.aws.route53.zone;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;
import java.util.Optional;

/**
 * A hosted zone that exists.
 *
 * @param id for example {@code Z0123456789}
 * @param name plain, see {@link dev.slipway.aws.route53.DnsName#plain}
 * @param vpc the first VPC of a private zone
 * @param nameServers of a public zone
 * @param change id of the change that makes it, until all name servers know it
 * @param tags its tags, and whose it therefore is
 */
record ZoneObserved(
    String id,
    String name,
    String comment,
    Optional<String> vpc,
    List<String> nameServers,
    Optional<String> change,
    Marked tags)
    implements Observed {
  ZoneObserved {
    nameServers = List.copyOf(nameServers);
  }

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "id", id, "name", name, "nameServers", nameServers, "change", change.orElse(null));
  }

  @Override
  public Ownership ownership() {
    return tags.ownership();
  }

  @Override
  public Optional<String> holder() {
    return Optional.of(
        tags.holder().orElse("somebody else of this account") + " (hosted zone " + id + ")");
  }
}
