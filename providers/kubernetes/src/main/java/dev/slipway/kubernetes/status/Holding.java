package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What holds an object that is on its way out. */
final class Holding {
  private static final Map<String, String> FINALIZERS =
      Map.of(
          "foregroundDeletion", "the objects that it owns are deleted first",
          "orphan", "the objects that it owns are set free first",
          "kubernetes", "what is in it is deleted first",
          "kubernetes.io/pvc-protection", "a pod still uses it",
          "kubernetes.io/pv-protection", "a claim is still bound to it",
          "service.kubernetes.io/load-balancer-cleanup", "its load balancer is being removed",
          "customresourcecleanup.apiextensions.k8s.io",
              "its custom resources are being deleted, each as its own finalizers allow",
          "batch.kubernetes.io/job-tracking", "the Job controller has not counted it yet");

  private Holding() {}

  static String reason(ApiObject live, Facts facts) {
    List<String> holds = new ArrayList<>();
    if (live.key().groupKind().equals("Namespace")) {
      namespace(live, holds);
    }
    for (Object finalizer : live.items("metadata", "finalizers")) {
      String known = FINALIZERS.get(finalizer.toString());
      holds.add(
          known != null
              ? known
              : "finalizer " + finalizer + ": whoever set it has to do its work and take it away");
    }
    long grace = live.number("metadata", "deletionGracePeriodSeconds").orElse(0L);
    if (holds.isEmpty() && grace > 0) {
      holds.add("it has " + Phrase.count(grace, "second") + " to end by itself");
    }
    facts
        .warning(live)
        .ifPresent(told -> holds.add(told.reason() + ": " + Phrase.line(told.message())));
    return holds.isEmpty() ? "it is being deleted" : String.join("; ", holds);
  }

  /** A namespace says in its conditions what is left in it and which finalizers hold that. */
  private static void namespace(ApiObject live, List<String> holds) {
    for (Condition condition : Condition.of(live)) {
      if (condition.isTrue() && !condition.message().isBlank()) {
        holds.add(Phrase.line(condition.message()));
      }
    }
    if (holds.isEmpty()) {
      holds.add("what is in it is deleted first");
    }
  }
}
