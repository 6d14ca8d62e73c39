package dev.slipway.aws.ecr.repository;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Optional;

/**
 * A repository that exists.
 *
 * @param uri what images' names begin with
 */
record RepositoryObserved(
    String arn, String name, String uri, boolean immutableTags, boolean scanOnPush, Marked tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("arn", arn, "name", name, "uri", uri);
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
