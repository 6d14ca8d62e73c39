package dev.slipway.aws.rds.instance;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A database server. Attributes: {@code name}, {@code arn}, {@code endpoint} (a host name) and
 * {@code port}.
 *
 * @param name unique in the account and region; lower-case letters, digits and single {@code -}, a
 *     letter first, up to 63 characters
 * @param engine for example {@code postgres}
 * @param version for example {@code 16.4}; with {@code 16} alone any of its minor versions will do
 * @param size its instance class, for example {@code db.t4g.medium}
 * @param storage GiB; can grow but not shrink
 * @param encrypted whether what it stores is encrypted
 * @param database name of the database that is made in it at first
 * @param user name of its administrator
 * @param password the administrator's, a secret
 * @param network where in the network it is
 * @param removal how it may be removed
 * @param tags further tags
 */
public record InstanceSpec(
    String name,
    String engine,
    String version,
    String size,
    int storage,
    boolean encrypted,
    Optional<String> database,
    String user,
    Value<String> password,
    Network network,
    Safety removal,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.rds-instance";

  public InstanceSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(removal, "removal");
    tags = Map.copyOf(tags);
    if (password.known().isPresent()) {
      throw new IllegalArgumentException("the password of " + name + " must be a secret");
    }
  }

  /**
   * Where a database server is.
   *
   * @param subnetGroup name of its subnet group
   * @param securityGroups ids of those that say who may reach it
   * @param publicAccess whether it has a public address
   */
  public record Network(
      Value<String> subnetGroup, List<Value<String>> securityGroups, boolean publicAccess) {
    public Network {
      Objects.requireNonNull(subnetGroup, "subnetGroup");
      securityGroups = List.copyOf(securityGroups);
    }
  }

  /**
   * How a database server may be removed.
   *
   * @param deletionProtection whether RDS refuses to delete it
   * @param finalSnapshot whether its data is kept in a snapshot, which costs by the month
   */
  public record Safety(boolean deletionProtection, boolean finalSnapshot) {}
}
