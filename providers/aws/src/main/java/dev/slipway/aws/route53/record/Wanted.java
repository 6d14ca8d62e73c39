package dev.slipway.aws.route53.record;

import dev.slipway.aws.route53.DnsName;
import dev.slipway.engine.resource.Value;
import java.util.Collection;
import java.util.HashSet;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Record sets as specs want them. */
final class Wanted {
  private Wanted() {}

  /** What Route 53 is to hold; everything of the spec is known. */
  static ResourceRecordSet of(RecordSpec spec) {
    ResourceRecordSet.Builder set =
        ResourceRecordSet.builder().name(DnsName.plain(spec.name().get())).type(spec.type());
    switch (spec.target()) {
      case RecordSpec.Answers(long ttl, var values) ->
          set.ttl(ttl)
              .resourceRecords(
                  values.stream()
                      .map(value -> ResourceRecord.builder().value(value.get()).build())
                      .toList());
      case RecordSpec.Alias(Value<String> name, Value<String> zone) ->
          set.aliasTarget(
              AliasTarget.builder()
                  .dnsName(name.get())
                  .hostedZoneId(zone.get())
                  .evaluateTargetHealth(false)
                  .build());
    }
    return set.build();
  }

  /**
   * Whether a record set answers what is wanted; names in it mean the same with a dot at the end.
   */
  static boolean isMet(RecordSpec spec, ResourceRecordSet found) {
    if (!spec.target().isKnown()) {
      return false;
    }
    return switch (spec.target()) {
      case RecordSpec.Answers(long ttl, var values) ->
          found.ttl() != null
              && found.ttl() == ttl
              && same(
                  found.resourceRecords().stream().map(ResourceRecord::value).toList(),
                  values.stream().map(Value::get).toList(),
                  spec.type());
      case RecordSpec.Alias(Value<String> name, Value<String> zone) ->
          found.aliasTarget() != null
              && found.aliasTarget().hostedZoneId().equals(zone.get())
              && DnsName.plain(found.aliasTarget().dnsName()).equals(DnsName.plain(name.get()));
    };
  }

  private static boolean same(Collection<String> found, Collection<String> wanted, String type) {
    return type.equals("CNAME")
        ? found.stream()
            .map(DnsName::plain)
            .toList()
            .equals(wanted.stream().map(DnsName::plain).toList())
        : new HashSet<>(found).equals(new HashSet<>(wanted));
  }
}
