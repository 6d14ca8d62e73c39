package dev.slipway.aws.s3.bucket;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Optional;

/** A bucket that exists, or is about to be made as {@link BucketHandler#create} makes it. */
record BucketObserved(BucketName name, BucketSettings settings, Marked tags) implements Observed {
  @Override
  public Attributes attributes() {
    return name.attributes();
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
