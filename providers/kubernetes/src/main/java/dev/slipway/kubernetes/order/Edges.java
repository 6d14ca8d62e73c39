package dev.slipway.kubernetes.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What comes after what, and how strong the reason is. */
final class Edges {
  private record Edge(Item later, Item earlier) {}

  private final Map<Rank, List<Edge>> edges = new EnumMap<>(Rank.class);

  void add(Rank rank, Item later, Item earlier) {
    edges.computeIfAbsent(rank, _ -> new ArrayList<>()).add(new Edge(later, earlier));
  }

  void add(Rank rank, Item later, Collection<Item> earlier) {
    earlier.forEach(item -> add(rank, later, item));
  }

  /**
   * Adds the edges to a graph, the strongest first; those that would close a circle are left out.
   */
  void addTo(Acyclic graph) {
    edges
        .values()
        .forEach(of -> of.forEach(edge -> graph.add(edge.later().place(), edge.earlier().place())));
  }
}
