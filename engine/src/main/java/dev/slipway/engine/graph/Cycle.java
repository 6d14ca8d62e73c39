package dev.slipway.engine.graph;

import dev.slipway.engine.graph.Graph.Edge;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** Finds a circle of dependencies. */
final class Cycle {
  private Cycle() {}

  /**
   * The edges of one cycle, each ending where the next begins and the last where the first began.
   */
  static List<Edge> find(Collection<ResourceId> ids, Map<ResourceId, Map<ResourceId, Edge>> edges) {
    Set<ResourceId> clean = new HashSet<>();
    for (ResourceId id : ids) {
      // Follow first unclean edges; without a cycle this ends in a resource whose dependencies are
      // all clean.
      SequencedMap<ResourceId, Edge> path = new LinkedHashMap<>();
      ResourceId at = id;
      while (!clean.contains(id)) {
        Edge next = null;
        for (Edge edge : edges.get(at).values()) {
          if (!clean.contains(edge.to())) {
            next = edge;
            break;
          }
        }
        if (next == null) {
          clean.add(at);
          at = path.isEmpty() ? id : path.pollLastEntry().getKey();
          continue;
        }
        path.put(at, next);
        at = next.to();
        if (path.containsKey(at)) {
          return from(at, path);
        }
      }
    }
    throw new IllegalStateException("no cycle");
  }

  private static List<Edge> from(ResourceId start, SequencedMap<ResourceId, Edge> path) {
    List<Edge> cycle = new ArrayList<>();
    for (Map.Entry<ResourceId, Edge> step : path.entrySet()) {
      if (!cycle.isEmpty() || step.getKey().equals(start)) {
        cycle.add(step.getValue());
      }
    }
    return cycle;
  }
}
