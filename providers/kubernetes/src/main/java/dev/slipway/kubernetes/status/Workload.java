package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.CreationTrouble;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.PodTrouble;
import dev.slipway.kubernetes.status.trouble.Trouble;
import java.util.ArrayList;
import java.util.List;

/** What all kinds that run pods have in common. */
final class Workload {
  private Workload() {}

  /**
   * Not ready, and why: what keeps pods from being made, and what is wrong with those there are.
   */
  static Status waiting(String progress, ApiObject live, Facts facts) {
    return Verdict.of(progress, troubles(live, facts));
  }

  static List<Trouble> troubles(ApiObject live, Facts facts) {
    List<ApiObject> makers = new ArrayList<>(List.of(live));
    makers.addAll(facts.related("ReplicaSet"));
    List<Trouble> troubles = new ArrayList<>();
    CreationTrouble.of(makers, facts).ifPresent(troubles::add);
    for (ApiObject pod : facts.related("Pod")) {
      PodTrouble.of(pod, facts).ifPresent(troubles::add);
    }
    return troubles;
  }

  static long count(ApiObject live, String field) {
    return live.number("status", field).orElse(0L);
  }

  /** How many pods it should have. */
  static long replicas(ApiObject live) {
    return live.number("spec", "replicas").orElse(1L);
  }

  /** {@code 2 of 3 replicas ready}. */
  static String ready(long ready, long wanted) {
    return ready + " of " + wanted + (wanted == 1 ? " replica" : " replicas") + " ready";
  }
}
