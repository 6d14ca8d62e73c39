package dev.slipway.aws.rds.instance;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A database server that exists. What RDS is about to change counts as changed.
 *
 * @param size its instance class
 * @param storage GiB
 * @param securityGroups ids
 * @param status RDS's word for it, for example {@code available}
 * @param pending what RDS is about to change, in words
 * @param endpoint once it has one
 */
record InstanceObserved(
    String arn,
    String name,
    String engine,
    String version,
    String size,
    int storage,
    boolean encrypted,
    Optional<String> database,
    String user,
    String subnetGroup,
    Set<String> securityGroups,
    boolean publicAccess,
    boolean deletionProtection,
    String status,
    List<String> pending,
    Optional<Endpoint> endpoint,
    Marked tags)
    implements Observed {
  /** Where it answers. */
  record Endpoint(String host, int port) {}

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "arn",
        arn,
        "name",
        name,
        "endpoint",
        endpoint.map(Endpoint::host).orElse(null),
        "port",
        endpoint.map(Endpoint::port).orElse(null));
  }

  @Override
  public Ownership ownership() {
    return tags.ownership();
  }

  @Override
  public Optional<String> holder() {
    return tags.holder();
  }
}
