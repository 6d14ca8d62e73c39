package dev.slipway.cli;

import dev.slipway.cli.render.ShownResource;
import dev.slipway.engine.session.ResourceView;
import java.util.List;

/** A stack's resources as they are shown. */
final class ShownResources {
  private ShownResources() {}

  static List<ShownResource> of(List<ResourceView> resources) {
    return resources.stream()
        .map(resource -> new ShownResource(resource.id(), resource.status(), resource.attributes()))
        .toList();
  }
}
