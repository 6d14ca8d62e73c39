package dev.slipway.engine.apply;

import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.provider.Handlers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The steps that are free to begin, a lane for each provider, within its budget. The step with the
 * longest chain of steps behind it goes first. Owned by one thread.
 */
final class Lanes {
  private final List<Lane> lanes = new ArrayList<>();
  private final Lane[] laneOf;

  private record Lane(PriorityQueue<Integer> free, Throttle throttle) {}

  Lanes(Plan plan, int[][] dependents, Handlers handlers) {
    int n = plan.steps().size();
    laneOf = new Lane[n];
    int[] chain = chains(dependents);
    Comparator<Integer> longestChainFirst =
        Comparator.<Integer>comparingInt(step -> -chain[step]).thenComparing(step -> step);
    Map<String, Lane> byProvider = new HashMap<>();
    for (int i = 0; i < n; i++) {
      var provider = handlers.provider(plan.steps().get(i).id().resource().type());
      laneOf[i] =
          byProvider.computeIfAbsent(
              provider.name(),
              _ -> {
                Lane lane =
                    new Lane(
                        new PriorityQueue<>(longestChainFirst),
                        new Throttle(provider.budget(), System.nanoTime()));
                lanes.add(lane);
                return lane;
              });
    }
  }

  /** For each step the number of steps on the longest chain that begins with it. */
  private static int[] chains(int[][] dependents) {
    int[] chain = new int[dependents.length];
    for (int i = chain.length - 1; i >= 0; i--) {
      for (int dependent : dependents[i]) {
        chain[i] = Math.max(chain[i], chain[dependent]);
      }
      chain[i]++;
    }
    return chain;
  }

  void add(int step) {
    laneOf[step].free().add(step);
  }

  /** The next step that may begin now, or -1 if there is none. */
  int take(long nowNanos) {
    for (Lane lane : lanes) {
      if (!lane.free().isEmpty() && lane.throttle().tryTake(nowNanos)) {
        return lane.free().remove();
      }
    }
    return -1;
  }

  void ended(int step) {
    laneOf[step].throttle().ended();
  }

  void throttled(int step) {
    laneOf[step].throttle().throttled();
  }

  boolean isEmpty() {
    return lanes.stream().allMatch(lane -> lane.free().isEmpty());
  }

  long nanosUntilRoom(long nowNanos) {
    return lanes.stream()
        .filter(lane -> !lane.free().isEmpty())
        .mapToLong(lane -> lane.throttle().nanosUntilRoom(nowNanos))
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
