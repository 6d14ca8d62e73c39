package dev.slipway.aws.rds.instance;

import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.rds.RdsTags;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.PendingModifiedValues;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** Database servers as RDS describes them. */
final class Instances {
  private Instances() {}

  static InstanceObserved observed(DBInstance found, ResourceId id, Call call) {
    PendingModifiedValues pending =
        Optional.ofNullable(found.pendingModifiedValues())
            .orElseGet(() -> PendingModifiedValues.builder().build());
    return new InstanceObserved(
        found.dbInstanceArn(),
        found.dbInstanceIdentifier(),
        found.engine(),
        or(pending.engineVersion(), found.engineVersion()),
        or(pending.dbInstanceClass(), found.dbInstanceClass()),
        or(pending.allocatedStorage(), found.allocatedStorage()),
        Boolean.TRUE.equals(found.storageEncrypted()),
        Optional.ofNullable(found.dbName()),
        found.masterUsername(),
        found.dbSubnetGroup() == null ? "" : found.dbSubnetGroup().dbSubnetGroupName(),
        groups(found),
        Boolean.TRUE.equals(found.publiclyAccessible()),
        Boolean.TRUE.equals(found.deletionProtection()),
        Optional.ofNullable(found.dbInstanceStatus()).orElse("creating"),
        words(pending),
        endpoint(found),
        Marked.of(RdsTags.map(found.tagList()), id, call));
  }

  private static <T> T or(T pending, T now) {
    return pending == null ? now : pending;
  }

  private static Set<String> groups(DBInstance found) {
    return found.vpcSecurityGroups().stream()
        .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> words(PendingModifiedValues pending) {
    List<String> words = new ArrayList<>();
    if (pending.engineVersion() != null) {
      words.add("version " + pending.engineVersion());
    }
    if (pending.dbInstanceClass() != null) {
      words.add("class " + pending.dbInstanceClass());
    }
    if (pending.allocatedStorage() != null) {
      words.add("storage of " + pending.allocatedStorage() + " GiB");
    }
    if (pending.masterUserPassword() != null) {
      words.add("password");
    }
    return words;
  }

  private static Optional<InstanceObserved.Endpoint> endpoint(DBInstance found) {
    return Optional.ofNullable(found.endpoint())
        .filter(endpoint -> endpoint.address() != null)
        .map(endpoint -> new InstanceObserved.Endpoint(endpoint.address(), endpoint.port()));
  }
}
