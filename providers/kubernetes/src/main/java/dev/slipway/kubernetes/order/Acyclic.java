package dev.slipway.kubernetes.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph without circles that grows by edges. It keeps an order of its places and mends only the
 * part that a new edge contradicts (Pearce and Kelly, "A dynamic topological sort algorithm for
 * directed acyclic graphs", 2007).
 */
final class Acyclic {
  private final int[] position;
  private final List<List<Integer>> needs = new ArrayList<>();
  private final List<List<Integer>> dependents = new ArrayList<>();
  private final Set<Long> edges = new HashSet<>();

  /**
   * A graph without edges.
   *
   * @param order every place once
   */
  Acyclic(int... order) {
    position = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      position[order[i]] = i;
      needs.add(new ArrayList<>());
      dependents.add(new ArrayList<>());
    }
  }

  List<Integer> needs(int place) {
    return needs.get(place);
  }

  List<Integer> dependents(int place) {
    return dependents.get(place);
  }

  /** Adds that a place needs another one; refuses, changing nothing, if that closes a circle. */
  boolean add(int place, int need) {
    if (place == need || (position[need] > position[place] && !reorder(place, need))) {
      return false;
    }
    if (edges.add(((long) place << 32) | need)) {
      needs.get(place).add(need);
      dependents.get(need).add(place);
    }
    return true;
  }

  private boolean reorder(int place, int need) {
    Set<Integer> later = reach(place, dependents, position[place], position[need]);
    if (later.contains(need)) {
      return false;
    }
    Set<Integer> earlier = reach(need, needs, position[place], position[need]);
    List<Integer> moved = new ArrayList<>();
    Comparator<Integer> byPosition = Comparator.comparingInt(at -> position[at]);
    earlier.stream().sorted(byPosition).forEach(moved::add);
    later.stream().sorted(byPosition).forEach(moved::add);
    int[] positions = moved.stream().mapToInt(at -> position[at]).sorted().toArray();
    for (int i = 0; i < positions.length; i++) {
      position[moved.get(i)] = positions[i];
    }
    return true;
  }

  private Set<Integer> reach(int start, List<List<Integer>> next, int lowest, int highest) {
    Set<Integer> seen = new HashSet<>(Arrays.asList(start));
    Deque<Integer> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (int at : next.get(open.remove())) {
        if (position[at] >= lowest && position[at] <= highest && seen.add(at)) {
          open.add(at);
        }
      }
    }
    return seen;
  }

  /** A place and everything that needs it, directly or through others. */
  Set<Integer> withDependents(int place) {
    return reach(place, dependents, 0, position.length);
  }
}
