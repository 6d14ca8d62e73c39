package dev.slipway.aws.route53.record;

import dev.slipway.aws.route53.DnsName;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * A record set as it is.
 *
 * @param zone the hosted zone's id
 * @param name plain, see {@link DnsName#plain}
 * @param set what there is; empty if only its companion is left
 * @param companion the TXT record beside it
 * @param change id of the change that makes it, until all name servers know it
 * @param other the mark of another stack that has it
 */
record RecordObserved(
    String zone,
    String name,
    String type,
    Optional<ResourceRecordSet> set,
    Optional<ResourceRecordSet> companion,
    Optional<String> change,
    Ownership ownership,
    Optional<String> other)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("zone", zone, "name", name, "type", type, "change", change.orElse(null));
  }

  @Override
  public Optional<String> holder() {
    return Optional.of(
        other.map(mark -> "the stack with the mark '" + mark + "'").orElse("somebody else")
            + set.map(there -> " (" + words(there) + ")").orElse(""));
  }

  private static String words(ResourceRecordSet set) {
    String what =
        set.aliasTarget() == null
            ? set.resourceRecords().stream()
                .map(ResourceRecord::value)
                .collect(Collectors.joining(", "))
            : "alias of " + DnsName.plain(set.aliasTarget().dnsName());
    return DnsName.plain(set.name()) + " " + set.typeAsString() + " " + what;
  }
}
