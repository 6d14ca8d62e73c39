package dev.slipway.kubernetes.order;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A graph without circles that grows by edges. It keeps an order of its places and mends only the
 * part that a new edge contradicts (Pearce and Kelly, "A dynamic topological sort algorithm for
 * directed acyclic graphs", 2007).
 */
final class Acyclic {
  private final int[] position;
  private final Places[] needs;
  private final Places[] dependents;
  private final Set<Long> edges = new HashSet<>();

  /**
   * A graph without edges.
   *
   * @param order every place once
   */
  Acyclic(int... order) {
    position = new int[order.length];
    needs = new Places[order.length];
    dependents = new Places[order.length];
    for (int i = 0; i < order.length; i++) {
      position[order[i]] = i;
      needs[i] = new Places();
      dependents[i] = new Places();
    }
  }

  IntStream needs(int place) {
    return needs[place].stream();
  }

  IntStream dependents(int place) {
    return dependents[place].stream();
  }

  /** Adds that a place needs another one; refuses, changing nothing, if that closes a circle. */
  boolean add(int place, int need) {
    if (place == need || (position[need] > position[place] && !reorder(place, need))) {
      return false;
    }
    if (edges.add(((long) place << 32) | need)) {
      needs[place].add(need);
      dependents[need].add(place);
    }
    return true;
  }

  private boolean reorder(int place, int need) {
    BitSet later = reach(place, dependents, position[place], position[need]);
    if (later.get(need)) {
      return false;
    }
    BitSet earlier = reach(need, needs, position[place], position[need]);
    int[] moved = IntStream.concat(byPosition(earlier), byPosition(later)).toArray();
    int[] positions = Arrays.stream(moved).map(at -> position[at]).sorted().toArray();
    for (int i = 0; i < positions.length; i++) {
      position[moved[i]] = positions[i];
    }
    return true;
  }

  private IntStream byPosition(BitSet places) {
    return places.stream()
        .boxed()
        .sorted(Comparator.comparingInt(at -> position[at]))
        .mapToInt(Integer::intValue);
  }

  private BitSet reach(int start, Places[] next, int lowest, int highest) {
    BitSet seen = new BitSet(position.length);
    Places open = new Places();
    seen.set(start);
    open.add(start);
    while (!open.isEmpty()) {
      next[open.removeLast()].forEach(
          at -> {
            if (position[at] >= lowest && position[at] <= highest && !seen.get(at)) {
              seen.set(at);
              open.add(at);
            }
          });
    }
    return seen;
  }

  /** A place and everything that needs it, directly or through others. */
  BitSet withDependents(int place) {
    return reach(place, dependents, 0, position.length);
  }

  /** A place and everything that it needs, directly or through others. */
  BitSet withNeeds(int place) {
    return reach(place, needs, 0, position.length);
  }
}
