package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Facts;

/** How one kind of objects, or a family of kinds, shows whether it is ready; pure. */
@FunctionalInterface
interface Rule {
  /**
   * @param live an object that isn't on its way out
   */
  Status status(ApiObject live, Facts facts);
}
