package dev.slipway.engine.plan;

import dev.slipway.engine.graph.Order;
import dev.slipway.engine.plan.StepId.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders steps so that each comes after those it waits for; the same for the same steps.
 *
 * <p>What a removal waits for comes from the journal. One that was damaged may mix older and newer
 * dependencies to a circle: then a removal on it waits for one step less.
 */
final class TopologicalOrder {
  private TopologicalOrder() {}

  static List<Step> of(List<Step> given) {
    List<Step> steps = given;
    while (true) {
      Optional<List<Step>> ordered = find(steps);
      if (ordered.isPresent()) {
        return ordered.get();
      }
      int[][] awaited = awaited(steps);
      steps = opened(steps, circle(awaited, Order.of(awaited)));
    }
  }

  /** The steps in order; empty if some wait for each other in a circle. */
  static Optional<List<Step>> find(List<Step> steps) {
    int[] order = Order.of(awaited(steps));
    return order.length < steps.size()
        ? Optional.empty()
        : Optional.of(Arrays.stream(order).<Step>mapToObj(steps::get).toList());
  }

  /** The places on one circle, each waiting for the next and the last for the first. */
  private static List<Integer> circle(int[][] awaited, int[] ordered) {
    BitSet left = new BitSet();
    left.set(0, awaited.length);
    Arrays.stream(ordered).forEach(left::clear);
    List<Integer> path = new ArrayList<>();
    BitSet seen = new BitSet();
    int at = left.nextSetBit(0);
    while (!seen.get(at)) {
      seen.set(at);
      path.add(at);
      at = Arrays.stream(awaited[at]).filter(left::get).findFirst().orElseThrow();
    }
    return path.subList(path.indexOf(at), path.size());
  }

  private static List<Step> opened(List<Step> steps, List<Integer> circle) {
    for (int i = 0; i < circle.size(); i++) {
      Step step = steps.get(circle.get(i));
      if (step.id().verb() == Verb.DELETE || step.id().verb() == Verb.FORGET) {
        StepId next = steps.get(circle.get((i + 1) % circle.size())).id();
        List<Step> copy = new ArrayList<>(steps);
        copy.set(
            circle.get(i),
            new Step(
                step.id(),
                step.change(),
                step.after().stream().filter(awaited -> !awaited.equals(next)).toList()));
        return copy;
      }
    }
    throw new IllegalStateException(
        "the plan's steps wait for each other in a circle: "
            + circle.stream().map(place -> steps.get(place).id()).toList());
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
