package dev.slipway.aws.eks.access;

import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eks.model.AccessEntry;

/**
 * An access entry that exists.
 *
 * @param groups sorted
 * @param policies those that are associated with it, sorted
 * @param tags all of its tags
 */
record AccessEntryObserved(
    String cluster,
    String principalArn,
    String arn,
    String entryType,
    List<String> groups,
    List<AccessPolicy> policies,
    Map<String, String> tags,
    Ownership ownership)
    implements Observed {
  static AccessEntryObserved of(
      AccessEntry entry, List<AccessPolicy> policies, ResourceId id, Call call) {
    return new AccessEntryObserved(
        entry.clusterName(),
        entry.principalArn(),
        entry.accessEntryArn(),
        entry.type(),
        entry.kubernetesGroups().stream().sorted().toList(),
        policies,
        entry.tags(),
        Tags.ownership(entry.tags(), id, call));
  }

  @Override
  public Optional<String> holder() {
    return Tags.holder(tags);
  }

  @Override
  public Attributes attributes() {
    return Attributes.of("cluster", cluster, "principalArn", principalArn, "arn", arn);
  }
}
