package dev.slipway.aws.iam.role;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A role that exists.
 *
 * @param id for example {@code AROA…}; another for each role that ever had the name
 * @param trust its trust policy
 * @param policies ARNs of what is attached, sorted
 * @param inline documents of the policies in it, by name
 */
record RoleObserved(
    String arn,
    String name,
    String id,
    Map<String, Object> trust,
    List<String> policies,
    Map<String, Map<String, Object>> inline,
    Marked tags)
    implements Observed {
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
