package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import java.util.Optional;

/** Namespaces, nodes and their certificates. */
final class ClusterRules {
  private ClusterRules() {}

  static Status namespace(ApiObject live, Facts facts) {
    return live.text("status", "phase").orElse("Active").equals("Terminating")
        ? new Status.Terminating(Holding.reason(live, facts))
        : Status.CURRENT;
  }

  /** Whether pods may be scheduled on it doesn't matter: that is somebody's decision. */
  static Status node(ApiObject live, Facts facts) {
    Optional<Condition> ready = Condition.find(live, "Ready");
    if (ready.filter(Condition::isTrue).isPresent()) {
      return Status.CURRENT;
    }
    return Status.inProgress(
        ready
            .map(condition -> "is not ready: " + Phrase.line(condition.words()))
            .orElse("its kubelet has said nothing yet"));
  }

  /** A request is current when its certificate was issued. */
  static Status signing(ApiObject live, Facts facts) {
    for (Condition condition : Condition.of(live)) {
      if (condition.type().equals("Denied") || condition.type().equals("Failed")) {
        return Status.failed(
            (condition.type().equals("Denied") ? "it was denied: " : "it could not be signed: ")
                + Phrase.line(condition.words()));
      }
    }
    if (live.text("status", "certificate").isPresent()) {
      return Status.CURRENT;
    }
    boolean approved = Condition.find(live, "Approved").filter(Condition::isTrue).isPresent();
    return Status.inProgress(
        approved
            ? "is approved; waits for its signer " + live.text("spec", "signerName").orElse("")
            : "waits until somebody approves it");
  }
}
