package dev.slipway.engine.graph;

import java.util.Arrays;
import java.util.PriorityQueue;

/** Orders things that need each other; each is known by its place, from 0. */
public final class Order {
  private Order() {}

  /**
   * What is needed first; among those that are free at the same time, by place. What is on a cycle
   * or needs one that is is left out.
   *
   * @param needs for each place the places that come before it
   */
  public static int[] of(int[][] needs) {
    int[][] dependents = dependents(needs);
    int[] waitingFor = new int[needs.length];
    PriorityQueue<Integer> free = new PriorityQueue<>();
    for (int i = 0; i < needs.length; i++) {
      waitingFor[i] = needs[i].length;
      if (waitingFor[i] == 0) {
        free.add(i);
      }
    }
    int[] order = new int[needs.length];
    int ordered = 0;
    while (!free.isEmpty()) {
      int next = free.remove();
      order[ordered++] = next;
      for (int dependent : dependents[next]) {
        if (--waitingFor[dependent] == 0) {
          free.add(dependent);
        }
      }
    }
    return Arrays.copyOf(order, ordered);
  }

  /** For each place the places that need it, in order. */
  public static int[][] dependents(int[][] needs) {
    int[] counts = new int[needs.length];
    for (int[] of : needs) {
      for (int needed : of) {
        counts[needed]++;
      }
    }
    int[][] dependents = new int[needs.length][];
    for (int i = 0; i < dependents.length; i++) {
      dependents[i] = new int[counts[i]];
    }
    for (int i = needs.length - 1; i >= 0; i--) {
      for (int needed : needs[i]) {
        dependents[needed][--counts[needed]] = i;
      }
    }
    return dependents;
  }
}
