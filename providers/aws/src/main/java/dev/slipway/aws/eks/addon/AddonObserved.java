package dev.slipway.aws.eks.addon;

import dev.slipway.aws.eks.Health;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eks.model.Addon;

/**
 * An add-on that exists.
 *
 * @param addon as EKS describes it
 * @param identities the roles of its service accounts by pod identity, by service account
 */
record AddonObserved(Addon addon, Map<String, String> identities, Ownership ownership)
    implements Observed {
  AddonObserved {
    identities = Map.copyOf(identities);
  }

  static AddonObserved of(Addon addon, Map<String, String> identities, ResourceId id, Call call) {
    return new AddonObserved(addon, identities, Tags.ownership(addon.tags(), id, call));
  }

  Map<String, String> tags() {
    return addon.tags();
  }

  List<Health.Issue> issues() {
    return addon.health() == null
        ? List.of()
        : addon.health().issues().stream()
            .map(
                issue ->
                    new Health.Issue(issue.codeAsString(), issue.message(), issue.resourceIds()))
            .toList();
  }

  @Override
  public Optional<String> holder() {
    return Tags.holder(tags());
  }

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "cluster", addon.clusterName(),
        "name", addon.addonName(),
        "arn", addon.addonArn(),
        "version", addon.addonVersion(),
        "status", addon.statusAsString());
  }
}
