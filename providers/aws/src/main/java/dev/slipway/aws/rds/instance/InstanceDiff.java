package dev.slipway.aws.rds.instance;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a database server differs from its spec. */
final class InstanceDiff {
  /** The tag with the fingerprint of the password, so that a changed one is seen. */
  static final String PASSWORD = "slipway.dev/password";

  private InstanceDiff() {}

  static Diff of(InstanceSpec desired, InstanceObserved observed) {
    Diff.Builder diff =
        Diff.builder()
            .immutable("name", observed.name(), desired.name())
            .immutable("engine", observed.engine(), desired.engine())
            .field("size", observed.size(), desired.size())
            .field("storage", observed.storage(), desired.storage())
            .immutable("encrypted", observed.encrypted(), desired.encrypted())
            .immutable("database", observed.database(), desired.database())
            .immutable("user", observed.user(), desired.user())
            .field("password", password(desired, observed), desired.password())
            .immutable(
                "network.subnetGroup", observed.subnetGroup(), desired.network().subnetGroup())
            .field(
                "network.publicAccess", observed.publicAccess(), desired.network().publicAccess())
            .field(
                "removal.deletionProtection",
                observed.deletionProtection(),
                desired.removal().deletionProtection())
            .field("tags", observed.tags().seen(desired.tags()), desired.tags());
    if (!isVersion(desired.version(), observed.version())) {
      diff.field("version", observed.version(), desired.version());
    }
    if (!groups(desired).equals(Optional.of(observed.securityGroups()))) {
      diff.field(
          "network.securityGroups", observed.securityGroups(), desired.network().securityGroups());
    }
    return diff.build();
  }

  /** Whether a version is the wanted one or a minor version of it. */
  static boolean isVersion(String wanted, String found) {
    return found.equals(wanted) || found.startsWith(wanted + ".");
  }

  private static Optional<Value<String>> password(InstanceSpec desired, InstanceObserved observed) {
    return Optional.ofNullable(observed.tags().all().get(PASSWORD))
        .filter(_ -> desired.password() instanceof Value.Secret<String>)
        .map(
            fingerprint ->
                new Value.Secret<>(
                    ((Value.Secret<String>) desired.password()).name(), fingerprint));
  }

  /** The wanted security groups, if all are known. */
  static Optional<Set<String>> groups(InstanceSpec spec) {
    List<Value<String>> groups = spec.network().securityGroups();
    return groups.stream().allMatch(group -> group.known().isPresent())
        ? Optional.of(groups.stream().map(Value::get).collect(Collectors.toUnmodifiableSet()))
        : Optional.empty();
  }
}
