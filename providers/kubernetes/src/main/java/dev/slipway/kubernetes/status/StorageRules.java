package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.ClaimTrouble;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import dev.slipway.kubernetes.status.trouble.Trouble;
import java.util.List;
import java.util.Optional;

/** Volumes and what leads to them. */
final class StorageRules {
  private StorageRules() {}

  /**
   * Current when bound. One whose volume is made only for a pod that is scheduled counts as current
   * until then: the pod waits for the claim's resource to be current, and would wait for ever.
   */
  static Status claim(ApiObject live, Facts facts) {
    Optional<Trouble> trouble = ClaimTrouble.of(live, facts);
    if (trouble.isEmpty() || ClaimTrouble.waitsForConsumer(live, facts)) {
      return Status.CURRENT;
    }
    Trouble own = Trouble.of("", trouble.get().why(), trouble.get().outlook());
    return Verdict.of("", List.of(own));
  }

  static Status volume(ApiObject live, Facts facts) {
    String message = live.text("status", "message").map(Phrase::line).orElse("");
    return switch (live.text("status", "phase").orElse("Pending")) {
      case "Available", "Bound" -> Status.CURRENT;
      case "Failed" ->
          Status.failed(
              "the volume could not be reclaimed" + (message.isEmpty() ? "" : ": " + message));
      case "Released" ->
          live.text("spec", "persistentVolumeReclaimPolicy").orElse("").equals("Retain")
              ? Status.failed(
                  "its claim is gone and it is retained: nobody can claim it before spec.claimRef "
                      + "is taken away")
              : Verdict.waiting("its claim is gone and it is being reclaimed", live, facts);
      default -> Verdict.waiting("the volume is not available yet", live, facts);
    };
  }

  static Status attachment(ApiObject live, Facts facts) {
    if (live.at("status", "attached").filter(Boolean.TRUE::equals).isPresent()) {
      return Status.CURRENT;
    }
    return error(live, "attachError", "the volume is not attached yet", facts);
  }

  static Status snapshot(ApiObject live, Facts facts) {
    if (live.at("status", "readyToUse").filter(Boolean.TRUE::equals).isPresent()) {
      return Status.CURRENT;
    }
    return error(live, "error", "the snapshot is not ready to use yet", facts);
  }

  private static Status error(ApiObject live, String field, String progress, Facts facts) {
    return live.text("status", field, "message")
        .map(message -> Status.inProgress(progress + ": " + Phrase.line(message)))
        .orElseGet(() -> Verdict.waiting(progress, live, facts));
  }
}
