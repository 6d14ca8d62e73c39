package dev.slipway.aws.sqs.queue;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.time.Duration;
import java.util.Optional;

/** A queue that exists. */
record QueueObserved(
    String arn,
    String name,
    String url,
    Duration visibilityTimeout,
    Duration retention,
    Optional<QueueSpec.Redrive> redrive,
    Marked tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("arn", arn, "name", name, "url", url);
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
