package dev.slipway.aws.iam.instanceprofile;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Optional;

/**
 * An instance profile that exists.
 *
 * @param id for example {@code AIPA…}
 * @param role name of the role in it; there can be one
 */
record InstanceProfileObserved(
    String arn, String name, String id, Optional<String> role, Marked tags) implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("arn", arn, "name", name, "id", id);
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
