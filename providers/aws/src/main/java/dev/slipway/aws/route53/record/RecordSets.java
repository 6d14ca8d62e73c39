package dev.slipway.aws.route53.record;

import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.route53.DnsName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Finds record sets of one hosted zone. Those of routing policies aren't Slipway's concern. */
interface RecordSets {
  /**
   * @param name plain
   */
  Optional<ResourceRecordSet> find(String name, String type);

  /** Asks for each. */
  static RecordSets each(String zone, Route53Client route53) {
    return (name, type) ->
        Refusals.find(
                () ->
                    route53.listResourceRecordSets(
                        request ->
                            request
                                .hostedZoneId(zone)
                                .startRecordName(name)
                                .startRecordType(type)
                                .maxItems("1")),
                "NoSuchHostedZone")
            .flatMap(page -> page.resourceRecordSets().stream().findFirst())
            .filter(set -> key(set).equals(key(name, type)));
  }

  /** Lists the whole zone once. */
  static RecordSets all(String zone, Route53Client route53) {
    Map<String, ResourceRecordSet> all = new HashMap<>();
    Refusals.unlessGone(
        () ->
            route53
                .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zone))
                .resourceRecordSets()
                .forEach(set -> all.putIfAbsent(key(set), set)),
        "NoSuchHostedZone");
    return (name, type) -> Optional.ofNullable(all.get(key(name, type)));
  }

  private static String key(ResourceRecordSet set) {
    return key(DnsName.plain(set.name()), set.typeAsString());
  }

  private static String key(String name, String type) {
    return type + " " + name;
  }
}
