package dev.slipway.aws.network.securitygroup;

import dev.slipway.aws.network.securitygroup.SecurityGroupSpec.Rule;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;
import java.util.Map;

/**
 * A security group that exists.
 *
 * @param id for example {@code sg-0a1b2c3d}
 * @param tags all of its tags
 */
record SecurityGroupObserved(
    String id,
    String vpc,
    String name,
    String description,
    List<Rule> ingress,
    List<Rule> egress,
    Map<String, String> tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("id", id, "name", name);
  }
}
