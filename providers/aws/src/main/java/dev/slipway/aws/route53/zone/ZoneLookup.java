package dev.slipway.aws.route53.zone;

import dev.slipway.aws.route53.DnsName;
import dev.slipway.aws.route53.Ids;
import dev.slipway.engine.diagnostic.Diagnostic;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.route53.Route53Client;

/** Finds the hosted zone that a name belongs to, for who knows the name alone. */
public final class ZoneLookup {
  private ZoneLookup() {}

  /**
   * A zone that is there.
   *
   * @param id for example {@code Z0123456789}
   * @param name the domain, without the dot at its end
   */
  public record Zone(String id, String name) {}

  /**
   * The public zone of the account whose domain is the longest that the name is in.
   *
   * @param name for example {@code milvus.example.org}
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if there is none, or more than one of
   *     that domain
   */
  public static Zone find(String name, Route53Client route53) {
    List<Zone> zones =
        route53.listHostedZonesPaginator().hostedZones().stream()
            .filter(zone -> !zone.config().privateZone())
            .map(zone -> new Zone(Ids.bare(zone.id()), DnsName.plain(zone.name())))
            .sorted(Comparator.comparing(Zone::name).thenComparing(Zone::id))
            .toList();
    String plain = DnsName.plain(name);
    Zone longest =
        zones.stream()
            .filter(zone -> DnsName.isWithin(plain, zone.name()))
            .max(Comparator.comparingInt(zone -> zone.name().length()))
            .orElseThrow(() -> none(plain, zones).asException());
    List<Zone> alike = zones.stream().filter(zone -> zone.name().equals(longest.name())).toList();
    if (alike.size() > 1) {
      throw several(plain, alike).asException();
    }
    return longest;
  }

  private static Diagnostic none(String name, List<Zone> zones) {
    return Diagnostic.user(
        "AWS-NO-ZONE",
        "No hosted zone has the name",
        "'%s' is in none of the public hosted zones of this account%s."
            .formatted(name, zones.isEmpty() ? "; it has none" : ", which are " + names(zones)),
        "Choose a name in one of the account's zones, or let the stack make a zone and let who has"
            + " the domain above it delegate it to the zone's name servers.");
  }

  private static Diagnostic several(String name, List<Zone> alike) {
    return Diagnostic.user(
        "AWS-ZONES-ALIKE",
        "Several hosted zones have the name",
        "'%s' is in several public hosted zones of this account that have one name: %s. Only one of"
                .formatted(name, names(alike))
            + " them is asked by the world, and Slipway can't tell which.",
        "Remove the zone that the domain isn't delegated to, or name the id of the right one in the"
            + " stack file.");
  }

  private static String names(List<Zone> zones) {
    return zones.stream()
        .map(zone -> zone.name() + " (" + zone.id() + ")")
        .collect(Collectors.joining(", "));
  }
}
