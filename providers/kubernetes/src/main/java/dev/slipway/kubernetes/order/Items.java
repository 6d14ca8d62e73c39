package dev.slipway.kubernetes.order;

import dev.slipway.engine.resource.Resource;
import dev.slipway.kubernetes.hook.HookSpec;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.schema.Definition;
import dev.slipway.kubernetes.schema.Schemas;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The objects and hooks among the resources, found by what they are called. */
final class Items {
  private final List<Item> all = new ArrayList<>();
  private final Map<Integer, Item> byPlace = new HashMap<>();
  private final Map<String, List<Item>> byGroupKind = new LinkedHashMap<>();
  private final Map<String, List<Item>> byKind = new HashMap<>();
  private final Map<String, Item> byName = new HashMap<>();
  private final Map<String, List<Item>> podsByNamespace = new HashMap<>();
  private final Map<String, List<Item>> podsByLabel = new HashMap<>();
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Schemas schemas;
  private final int size;

  Items(List<Resource<?>> wanted, Schemas schemas) {
    this.schemas = schemas;
    this.size = wanted.size();
    for (int place = 0; place < size; place++) {
      switch (wanted.get(place).spec()) {
        case ObjectSpec spec -> add(Item.of(place, false, spec.object()));
        case HookSpec hook -> add(Item.of(place, true, hook.object().object()));
        default -> {}
      }
    }
  }

  private void add(Item item) {
    all.add(item);
    byPlace.put(item.place(), item);
    byGroupKind.computeIfAbsent(item.key().groupKind(), _ -> new ArrayList<>()).add(item);
    byKind.computeIfAbsent(item.key().kind(), _ -> new ArrayList<>()).add(item);
    // What a hook makes may be there for a moment only, so another object of the name is meant.
    byName.merge(
        name(item.key().groupKind(), item.namespace(), item.key().name()),
        item,
        (first, second) -> first.hook() && !second.hook() ? second : first);
    item.pod()
        .ifPresent(
            pod -> {
              podsByNamespace.computeIfAbsent(item.namespace(), _ -> new ArrayList<>()).add(item);
              pod.labels()
                  .forEach(
                      (key, value) ->
                          podsByLabel
                              .computeIfAbsent(
                                  label(item.namespace(), key, value), _ -> new ArrayList<>())
                              .add(item));
            });
    Definition.of(item.object())
        .ifPresent(found -> definitions.put(found.kind() + "." + found.group(), found));
  }

  private static String name(String groupKind, String namespace, String name) {
    return groupKind + "/" + namespace + "/" + name;
  }

  private static String label(String namespace, String key, String value) {
    return namespace + "/" + key + "=" + value;
  }

  List<Item> all() {
    return all;
  }

  Optional<Item> at(int place) {
    return Optional.ofNullable(byPlace.get(place));
  }

  /** All objects, those of one kind together. */
  Collection<List<Item>> byKind() {
    return byGroupKind.values();
  }

  List<Item> of(String groupKind) {
    return byGroupKind.getOrDefault(groupKind, List.of());
  }

  /** The object of this name; the namespace is empty for objects of the cluster as a whole. */
  Optional<Item> find(String groupKind, String namespace, String name) {
    return Optional.ofNullable(byName.get(name(groupKind, namespace, name)));
  }

  /** The object of a kind in any group, or in one of a group if that is known. */
  Optional<Item> findKind(String kind, Optional<String> group, String namespace, String name) {
    return byKind.containsKey(kind)
        ? groupKinds(kind, group).stream()
            .flatMap(
                groupKind ->
                    find(groupKind, namespace, name).or(() -> find(groupKind, "", name)).stream())
            .findFirst()
        : Optional.empty();
  }

  private Collection<String> groupKinds(String kind, Optional<String> group) {
    return group
        .<Collection<String>>map(name -> List.of(name.isEmpty() ? kind : kind + "." + name))
        .orElseGet(
            () ->
                byGroupKind.keySet().stream()
                    .filter(at -> at.equals(kind) || at.startsWith(kind + "."))
                    .sorted()
                    .toList());
  }

  /** What makes pods in a namespace. */
  List<Item> pods(String namespace) {
    return podsByNamespace.getOrDefault(namespace, List.of());
  }

  /** What makes pods in a namespace that a selector selects. */
  List<Item> pods(String namespace, Selector selector) {
    List<Item> fewest = pods(namespace);
    for (Map.Entry<String, String> label : selector.labels().entrySet()) {
      List<Item> having =
          podsByLabel.getOrDefault(label(namespace, label.getKey(), label.getValue()), List.of());
      fewest = having.size() < fewest.size() ? having : fewest;
    }
    return fewest.stream()
        .filter(item -> selector.matches(item.pod().orElseThrow().labels()))
        .toList();
  }

  /** What the stack defines of an object's kind. */
  Optional<Definition> definition(Item item) {
    return Optional.ofNullable(definitions.get(item.key().groupKind()));
  }

  Collection<Definition> definitions() {
    return definitions.values();
  }

  /** Whether an object's kind isn't one of Kubernetes' own. */
  boolean custom(Item item) {
    return definitions.containsKey(item.key().groupKind())
        || schemas.find(item.key().apiVersion(), item.key().kind()).isEmpty();
  }

  /** The name of an object's kind in the API's paths, if it is known. */
  Optional<String> plural(Item item) {
    return definition(item)
        .map(Definition::plural)
        .or(
            () ->
                schemas
                    .kinds()
                    .find(item.key().apiVersion(), item.key().kind())
                    .map(kind -> kind.plural()));
  }

  /** All places, those first whose objects are likely to be needed by others. */
  int[] byTier() {
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingInt(place -> at(place).map(this::tier).orElse(0)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int tier(Item item) {
    if (item.is("Namespace")) {
      return 1;
    }
    if (Definition.is(item.object())) {
      return 2;
    }
    if (Callbacks.is(item)) {
      return 5;
    }
    if (item.pod().isPresent()) {
      return 4;
    }
    return item.object().at("roleRef").isEmpty() && custom(item) ? 6 : 3;
  }
}
