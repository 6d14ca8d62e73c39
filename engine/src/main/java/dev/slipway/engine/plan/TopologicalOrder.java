package dev.slipway.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Orders steps so that each comes after those it waits for; the same for the same steps. */
final class TopologicalOrder {
  private TopologicalOrder() {}

  static List<Step> of(List<Step> steps) {
    Map<StepId, Step> byId = new HashMap<>();
    Map<StepId, Integer> waitingFor = new HashMap<>();
    Map<StepId, List<StepId>> dependents = new HashMap<>();
    PriorityQueue<StepId> free = new PriorityQueue<>();
    for (Step step : steps) {
      byId.put(step.id(), step);
      waitingFor.put(step.id(), step.after().size());
      if (step.after().isEmpty()) {
        free.add(step.id());
      }
      for (StepId before : step.after()) {
        dependents.computeIfAbsent(before, _ -> new ArrayList<>()).add(step.id());
      }
    }
    List<Step> ordered = new ArrayList<>(steps.size());
    while (!free.isEmpty()) {
      StepId next = free.remove();
      ordered.add(byId.get(next));
      for (StepId dependent : dependents.getOrDefault(next, List.of())) {
        if (waitingFor.merge(dependent, -1, Integer::sum) == 0) {
          free.add(dependent);
        }
      }
    }
    if (ordered.size() < steps.size()) {
      throw new IllegalStateException(
          "the plan's steps wait for each other in a circle: "
              + byId.keySet().stream().filter(id -> waitingFor.get(id) > 0).sorted().toList());
    }
    return ordered;
  }
}
