package dev.slipway.aws.iam.policy;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A managed policy that exists.
 *
 * @param document its default version's
 * @param others ids of its other versions, the oldest first
 */
record PolicyObserved(
    String arn, String name, Map<String, Object> document, List<String> others, Marked tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("arn", arn, "name", name);
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
