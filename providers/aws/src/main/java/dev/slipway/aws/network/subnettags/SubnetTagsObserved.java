package dev.slipway.aws.network.subnettags;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Map;
import java.util.Set;

/**
 * A subnet that this stack has tagged.
 *
 * @param subnet the subnet's id
 * @param added the keys of the tags that it wouldn't carry without us
 * @param tags all of its tags
 */
record SubnetTagsObserved(String subnet, Set<String> added, Map<String, String> tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("subnet", subnet);
  }
}
