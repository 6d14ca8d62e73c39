package dev.slipway.engine.graph;

import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.spec.References;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The resources that a stack wants, with the dependencies that their specs show. Immutable; its
 * order is the same for the same resources however they were given.
 */
public final class Graph {
  public static final Graph EMPTY = new Graph(List.of());

  /**
   * Why one resource comes after another.
   *
   * @param why the path in the spec that refers to it, or {@code after}
   */
  public record Edge(ResourceId from, ResourceId to, String why) {
    @Override
    public String toString() {
      return from + " needs " + to + " (" + why + ")";
    }
  }

  private final Map<ResourceId, Resource<?>> resources;
  private final Map<ResourceId, List<ResourceId>> dependencies;

  private Graph(Collection<? extends Resource<?>> given) {
    TreeMap<ResourceId, Resource<?>> byId = new TreeMap<>();
    Problems problems = new Problems();
    for (Resource<?> resource : given) {
      if (byId.put(resource.id(), resource) != null) {
        problems.add(GraphProblems.duplicate(resource.id()));
      }
    }
    Map<ResourceId, Map<ResourceId, Edge>> edges = new HashMap<>();
    for (Resource<?> resource : byId.values()) {
      edges.put(resource.id(), edgesOf(resource, byId, problems));
    }
    problems.throwIfAny();
    List<ResourceId> order = order(byId.keySet(), edges);
    if (order.size() < byId.size()) {
      throw GraphProblems.cycle(Cycle.find(byId.keySet(), edges)).asException();
    }
    resources = new LinkedHashMap<>();
    dependencies = new HashMap<>();
    for (ResourceId id : order) {
      resources.put(id, byId.get(id));
      dependencies.put(id, edges.get(id).keySet().stream().sorted().toList());
    }
  }

  /**
   * Finds the dependencies of the resources.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if two have the same id, one refers
   *     to a resource that isn't there, or they depend on each other in a circle
   */
  public static Graph of(Collection<? extends Resource<?>> resources) {
    return new Graph(resources);
  }

  private static Map<ResourceId, Edge> edgesOf(
      Resource<?> resource, Map<ResourceId, Resource<?>> all, Problems problems) {
    Map<ResourceId, Edge> edges = new LinkedHashMap<>();
    for (References.Found found : References.in(resource.spec())) {
      ResourceId to = found.ref().resource();
      edges.putIfAbsent(
          to, new Edge(resource.id(), to, found.path() + " refers to #" + found.ref().attribute()));
    }
    for (ResourceId to : resource.after()) {
      edges.putIfAbsent(to, new Edge(resource.id(), to, "after"));
    }
    for (Edge edge : edges.values()) {
      if (!all.containsKey(edge.to())) {
        problems.add(GraphProblems.missing(edge, all.keySet()));
      }
    }
    return edges;
  }

  /**
   * Dependencies first; among those that are free at the same time, by id. What is on a cycle is
   * left out.
   */
  private static List<ResourceId> order(
      Collection<ResourceId> ids, Map<ResourceId, Map<ResourceId, Edge>> edges) {
    Map<ResourceId, Integer> waitingFor = new HashMap<>();
    Map<ResourceId, List<ResourceId>> dependents = new HashMap<>();
    PriorityQueue<ResourceId> free = new PriorityQueue<>();
    for (ResourceId id : ids) {
      waitingFor.put(id, edges.get(id).size());
      if (edges.get(id).isEmpty()) {
        free.add(id);
      }
      for (ResourceId to : edges.get(id).keySet()) {
        dependents.computeIfAbsent(to, _ -> new ArrayList<>()).add(id);
      }
    }
    List<ResourceId> order = new ArrayList<>(ids.size());
    while (!free.isEmpty()) {
      ResourceId next = free.remove();
      order.add(next);
      for (ResourceId dependent : dependents.getOrDefault(next, List.of())) {
        if (waitingFor.merge(dependent, -1, Integer::sum) == 0) {
          free.add(dependent);
        }
      }
    }
    return order;
  }

  /** Every resource, dependencies first. */
  public Collection<Resource<?>> resources() {
    return Collections.unmodifiableCollection(resources.values());
  }

  public Optional<Resource<?>> find(ResourceId id) {
    return Optional.ofNullable(resources.get(id));
  }

  public boolean contains(ResourceId id) {
    return resources.containsKey(id);
  }

  /** What this resource needs directly, by id. */
  public List<ResourceId> dependencies(ResourceId id) {
    return dependencies.getOrDefault(id, List.of());
  }

  public int size() {
    return resources.size();
  }
}
