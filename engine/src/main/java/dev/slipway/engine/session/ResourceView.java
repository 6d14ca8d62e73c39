package dev.slipway.engine.session;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;

/**
 * One resource as it is now.
 *
 * @param attributes as they are seen now, or were last if it isn't there
 */
public record ResourceView(ResourceId id, Status status, Attributes attributes) {
  public boolean healthy() {
    return status instanceof Status.Current;
  }
}
