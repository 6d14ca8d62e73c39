package dev.slipway.engine.graph;

import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.spec.References;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    List<Resource<?>> sorted = new ArrayList<>(given);
    sorted.sort(Comparator.comparing(Resource::id));
    Map<ResourceId, Integer> places = HashMap.newHashMap(sorted.size());
    Problems problems = new Problems();
    for (int i = 0; i < sorted.size(); i++) {
      if (places.put(sorted.get(i).id(), i) != null) {
        problems.add(GraphProblems.duplicate(sorted.get(i).id()));
      }
    }
    int[][] needs = new int[sorted.size()][];
    for (int i = 0; i < needs.length; i++) {
      needs[i] = needs(sorted.get(i), places, problems);
    }
    problems.throwIfAny();
    int[] order = Order.of(needs);
    if (order.length < needs.length) {
      throw GraphProblems.cycle(Cycle.find(places.keySet(), edges(sorted))).asException();
    }
    resources = LinkedHashMap.newLinkedHashMap(order.length);
    dependencies = HashMap.newHashMap(order.length);
    for (int place : order) {
      Resource<?> resource = sorted.get(place);
      resources.put(resource.id(), resource);
      ResourceId[] ids = new ResourceId[needs[place].length];
      for (int i = 0; i < ids.length; i++) {
        ids[i] = sorted.get(needs[place][i]).id();
      }
      dependencies.put(resource.id(), List.of(ids));
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

  /** The places of what a resource needs, each once, in order. */
  private static int[] needs(
      Resource<?> resource, Map<ResourceId, Integer> places, Problems problems) {
    List<ResourceId> targets = new ArrayList<>(resource.after());
    References.forEach(resource.spec(), ref -> targets.add(ref.resource()));
    if (!places.keySet().containsAll(targets)) {
      for (Edge edge : edgesOf(resource).values()) {
        if (!places.containsKey(edge.to())) {
          problems.add(GraphProblems.missing(edge, places.keySet()));
        }
      }
      return new int[0];
    }
    return targets.stream().mapToInt(places::get).distinct().sorted().toArray();
  }

  private static Map<ResourceId, Map<ResourceId, Edge>> edges(List<Resource<?>> resources) {
    Map<ResourceId, Map<ResourceId, Edge>> edges = new HashMap<>();
    resources.forEach(resource -> edges.put(resource.id(), edgesOf(resource)));
    return edges;
  }

  private static Map<ResourceId, Edge> edgesOf(Resource<?> resource) {
    Map<ResourceId, Edge> edges = new LinkedHashMap<>();
    for (References.Found found : References.in(resource.spec())) {
      ResourceId to = found.ref().resource();
      edges.putIfAbsent(
          to, new Edge(resource.id(), to, found.path() + " refers to #" + found.ref().attribute()));
    }
    for (ResourceId to : resource.after()) {
      edges.putIfAbsent(to, new Edge(resource.id(), to, "after"));
    }
    return edges;
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
