package dev.slipway.aws.network;

import dev.slipway.aws.access.Clients;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.ec2.model.Filter;

/** The availability zones of a region; which there are, only AWS knows. */
public final class Zones {
  /**
   * Zones in which EKS makes no control plane. Source: Amazon EKS User Guide, "Amazon EKS
   * networking requirements for VPC and subnets".
   */
  private static final Set<String> WITHOUT_EKS = Set.of("use1-az3", "usw1-az2", "cac1-az3");

  private static final Filter AVAILABLE = filter("state", "available");

  private final Clients clients;
  private List<String> names;

  public Zones(Clients clients) {
    this.clients = clients;
  }

  /**
   * The name of one.
   *
   * @param place from 1
   * @throws ProviderException if the region has fewer
   */
  public synchronized String name(int place) {
    if (names == null) {
      names =
          clients
              .ec2()
              .describeAvailabilityZones(
                  request -> request.filters(filter("zone-type", "availability-zone"), AVAILABLE))
              .availabilityZones()
              .stream()
              .filter(zone -> !WITHOUT_EKS.contains(zone.zoneId()))
              .map(AvailabilityZone::zoneName)
              .sorted()
              .toList();
    }
    if (place > names.size()) {
      throw ProviderException.refused(tooFew());
    }
    return names.get(place - 1);
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }

  private Diagnostic tooFew() {
    return Diagnostic.user(
        "AWS-TOO-FEW-ZONES",
        "The region has fewer availability zones than the stack wants",
        "The region %s has %d for this account: %s."
            .formatted(clients.region(), names.size(), String.join(", ", names)),
        "Set 'zones' in the stack file to at most that many, or choose another region.");
  }
}
