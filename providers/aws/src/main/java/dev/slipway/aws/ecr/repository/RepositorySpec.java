package dev.slipway.aws.ecr.repository;

import dev.slipway.engine.resource.Spec;
import java.util.Map;
import java.util.Objects;

/**
 * A repository for container images. Attributes: {@code arn}, {@code name}, {@code uri}.
 *
 * @param name unique in the account and region, for example {@code mlops/server}; 2 to 256
 *     lower-case letters, digits, dots, dashes, underscores and slashes
 * @param immutableTags whether a tag, once pushed, stays with its image
 * @param scanOnPush whether images are looked through for known weaknesses when they are pushed
 * @param emptyOnDelete whether its images are deleted when it is; otherwise only an empty
 *     repository is deleted
 * @param tags further tags
 */
public record RepositorySpec(
    String name,
    boolean immutableTags,
    boolean scanOnPush,
    boolean emptyOnDelete,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.ecr-repository";

  public RepositorySpec {
    Objects.requireNonNull(name, "name");
    tags = Map.copyOf(tags);
  }
}
