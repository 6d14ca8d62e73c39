package dev.slipway.aws.network.launchtemplate;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/**
 * A launch template that exists.
 *
 * @param id for example {@code lt-0a1b2c3d}
 * @param version the newest
 * @param data what the newest version says
 * @param tags all of its tags
 */
record LaunchTemplateObserved(
    String id, String name, long version, ResponseLaunchTemplateData data, Map<String, String> tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("id", id, "name", name, "version", Long.toString(version));
  }
}
