package dev.slipway.aws.logs.group;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Optional;

/**
 * A log group that exists.
 *
 * @param arn without the {@code :*} that stands for its streams
 */
record LogGroupObserved(String arn, String name, Optional<Integer> retentionDays, Marked tags)
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
