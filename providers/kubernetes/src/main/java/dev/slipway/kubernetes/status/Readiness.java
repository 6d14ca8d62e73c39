package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;

/** Whether an object does what it is for. */
public final class Readiness {
  private Readiness() {}

  public static Status of(ApiObject live, Evidence evidence) {
    return live.deleting() ? new Status.Terminating("") : Status.CURRENT;
  }
}
