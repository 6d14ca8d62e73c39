package dev.slipway.kubernetes.order;

import dev.slipway.engine.graph.Order;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.spec.References;
import dev.slipway.kubernetes.schema.Schemas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Derives the order of objects and hooks from what they say of each other. */
public final class DerivedOrder {
  private DerivedOrder() {}

  /**
   * The resources, in the same order, with what they come after besides what was given. Never makes
   * a circle: a reason that would close one gives way to the stronger ones.
   *
   * @param wanted everything that the stack wants; resources of other types are kept as they are
   * @param schemas of the cluster's version, without the kinds that the stack itself defines
   */
  public static List<Resource<?>> of(List<Resource<?>> wanted, Schemas schemas) {
    Items items = new Items(wanted, schemas);
    int[][] given = given(wanted);
    int[] order = order(given, items);
    if (order.length < wanted.size()) {
      // The resources need each other in a circle already, which the graph will report.
      return wanted;
    }
    Acyclic graph = new Acyclic(order);
    for (int place = 0; place < given.length; place++) {
      for (int need : given[place]) {
        graph.add(place, need);
      }
    }
    Edges edges = new Edges();
    new NamespaceRules(items, edges).add();
    new Mentions(items, edges).add();
    Access access = new Access(items, edges);
    access.add();
    new CustomKinds(items, access, edges).add();
    Callbacks callbacks = new Callbacks(items, edges);
    callbacks.add();
    edges.addTo(graph);
    callbacks.last(graph);
    List<Resource<?>> ordered = new ArrayList<>(wanted.size());
    for (int place = 0; place < given.length; place++) {
      ordered.add(after(place, wanted, graph, given[place]));
    }
    return ordered;
  }

  private static Resource<?> after(
      int place, List<Resource<?>> wanted, Acyclic graph, int... given) {
    Set<ResourceId> derived = new TreeSet<>();
    graph.needs(place).forEach(need -> derived.add(wanted.get(need).id()));
    for (int need : given) {
      derived.remove(wanted.get(need).id());
    }
    Resource<?> resource = wanted.get(place);
    if (derived.isEmpty()) {
      return resource;
    }
    Set<ResourceId> all = new LinkedHashSet<>(resource.after());
    all.addAll(derived);
    return resource.after(all.toArray(ResourceId[]::new));
  }

  /** For each resource the places of what it was given to come after. */
  private static int[][] given(List<Resource<?>> wanted) {
    Map<ResourceId, Integer> places = HashMap.newHashMap(wanted.size());
    for (int place = 0; place < wanted.size(); place++) {
      places.put(wanted.get(place).id(), place);
    }
    int[][] given = new int[wanted.size()][];
    for (int place = 0; place < given.length; place++) {
      Resource<?> resource = wanted.get(place);
      Set<ResourceId> ids = new LinkedHashSet<>(resource.after());
      References.forEach(resource.spec(), ref -> ids.add(ref.resource()));
      given[place] = ids.stream().filter(places::containsKey).mapToInt(places::get).toArray();
    }
    return given;
  }

  /** An order that keeps to what is given and is near to the one that will be derived. */
  private static int[] order(int[][] given, Items items) {
    int[] byTier = items.byTier();
    int[] rankOf = new int[byTier.length];
    for (int i = 0; i < byTier.length; i++) {
      rankOf[byTier[i]] = i;
    }
    int[][] needs = new int[given.length][];
    for (int i = 0; i < needs.length; i++) {
      needs[i] = Arrays.stream(given[byTier[i]]).map(need -> rankOf[need]).toArray();
    }
    return Arrays.stream(Order.of(needs)).map(i -> byTier[i]).toArray();
  }
}
