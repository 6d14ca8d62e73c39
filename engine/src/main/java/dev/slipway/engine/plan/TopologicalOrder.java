package dev.slipway.engine.plan;

import dev.slipway.engine.graph.Order;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders steps so that each comes after those it waits for; the same for the same steps. */
final class TopologicalOrder {
  private TopologicalOrder() {}

  static List<Step> of(List<Step> steps) {
    int[] order = Order.of(awaited(steps));
    List<Step> ordered = Arrays.stream(order).<Step>mapToObj(steps::get).toList();
    if (ordered.size() < steps.size()) {
      Set<Step> left = new HashSet<>(steps);
      left.removeAll(new HashSet<>(ordered));
      throw new IllegalStateException(
          "the plan's steps wait for each other in a circle: "
              + left.stream().map(Step::id).sorted().toList());
    }
    return ordered;
  }

  /** For each step the places of those that it waits for. */
  static int[][] awaited(List<Step> steps) {
    Map<StepId, Integer> places = HashMap.newHashMap(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      places.put(steps.get(i).id(), i);
    }
    int[][] awaited = new int[steps.size()][];
    for (int i = 0; i < awaited.length; i++) {
      List<StepId> after = steps.get(i).after();
      awaited[i] = new int[after.size()];
      for (int n = 0; n < awaited[i].length; n++) {
        awaited[i][n] = places.get(after.get(n));
      }
    }
    return awaited;
  }
}
