package dev.slipway.engine.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Finds which nodes lie on a common circle (Tarjan's strongly connected components, without
 * recursion).
 */
public final class Circles {
  private final int[][] awaited;
  private final int[] index;
  private final int[] low;
  private final int[] circle;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int counter;

  private Circles(int[][] awaited) {
    this.awaited = awaited;
    index = new int[awaited.length];
    low = new int[awaited.length];
    circle = new int[awaited.length];
    Arrays.fill(index, -1);
    Arrays.fill(circle, -1);
  }

  /**
   * For each node the number of its circle: two nodes have the same one if each can be reached from
   * the other.
   *
   * @param awaited for each node the places of those that it waits for
   */
  public static int[] of(int[][] awaited) {
    Circles circles = new Circles(awaited);
    for (int node = 0; node < awaited.length; node++) {
      if (circles.index[node] < 0) {
        circles.visit(node);
      }
    }
    return circles.circle;
  }

  private void visit(int start) {
    Deque<int[]> path = new ArrayDeque<>();
    path.push(enter(start));
    while (!path.isEmpty()) {
      int[] at = path.peek();
      int node = at[0];
      if (at[1] < awaited[node].length) {
        int next = awaited[node][at[1]++];
        if (index[next] < 0) {
          path.push(enter(next));
        } else if (circle[next] < 0) {
          low[node] = Math.min(low[node], index[next]);
        }
      } else {
        path.pop();
        close(node);
        if (!path.isEmpty()) {
          int above = path.peek()[0];
          low[above] = Math.min(low[above], low[node]);
        }
      }
    }
  }

  private int[] enter(int node) {
    index[node] = low[node] = counter++;
    open.push(node);
    return new int[] {node, 0};
  }

  private void close(int node) {
    if (low[node] == index[node]) {
      int member;
      do {
        member = open.pop();
        circle[member] = node;
      } while (member != node);
    }
  }
}
