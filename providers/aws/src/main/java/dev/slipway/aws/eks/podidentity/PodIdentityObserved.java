package dev.slipway.aws.eks.podidentity;

import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eks.model.PodIdentityAssociation;

/**
 * A pod identity association that exists.
 *
 * @param association as EKS describes it
 */
record PodIdentityObserved(PodIdentityAssociation association, Ownership ownership)
    implements Observed {
  static PodIdentityObserved of(PodIdentityAssociation association, ResourceId id, Call call) {
    return new PodIdentityObserved(association, Tags.ownership(association.tags(), id, call));
  }

  Map<String, String> tags() {
    return association.tags();
  }

  @Override
  public Optional<String> holder() {
    return Tags.holder(tags())
        .or(() -> Optional.ofNullable(association.ownerArn()).map(owner -> "the add-on " + owner));
  }

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "cluster", association.clusterName(),
        "namespace", association.namespace(),
        "serviceAccount", association.serviceAccount(),
        "id", association.associationId(),
        "arn", association.associationArn());
  }
}
