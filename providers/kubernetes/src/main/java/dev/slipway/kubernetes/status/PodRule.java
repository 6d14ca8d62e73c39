package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.PodTrouble;
import dev.slipway.kubernetes.status.trouble.Trouble;
import java.util.List;
import java.util.Optional;

/**
 * A pod of its own is current when it is ready or has done its work. Nobody replaces it when it
 * failed or was evicted.
 */
final class PodRule {
  private PodRule() {}

  static Status status(ApiObject live, Facts facts) {
    Optional<Trouble> trouble = PodTrouble.of(live, facts);
    if (trouble.isEmpty()) {
      return Status.CURRENT;
    }
    Trouble own =
        new Trouble("", trouble.get().why(), trouble.get().outlook(), trouble.get().log());
    Status status = Verdict.of("", List.of(own));
    return live.text("status", "phase").orElse("").equals("Failed")
            && status instanceof Status.InProgress(String reason)
        ? Status.failed(reason)
        : status;
  }
}
