package dev.slipway.kubernetes.order;

import dev.slipway.kubernetes.schema.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Custom objects come after the definition of their kind and after its operator: what runs with the
 * right to watch and to change objects of the kind. The operator comes after the definition.
 */
final class CustomKinds {
  private static final Set<String> RUNS_ON =
      Set.of("Deployment.apps", "StatefulSet.apps", "DaemonSet.apps", "ReplicaSet.apps", "Pod");
  private static final String ANY = "*";

  private final Items items;
  private final Access access;
  private final Edges edges;
  private final Map<String, List<Item>> definitions = new LinkedHashMap<>();

  /** What may act on objects, by {@code group/plural}; either may be any. */
  private final Map<String, Set<Item>> actors = new HashMap<>();

  CustomKinds(Items items, Access access, Edges edges) {
    this.items = items;
    this.access = access;
    this.edges = edges;
  }

  void add() {
    for (Item item : items.all()) {
      Definition.of(item.object())
          .ifPresent(
              defined ->
                  definitions
                      .computeIfAbsent(
                          defined.kind() + "." + defined.group(), _ -> new ArrayList<>())
                      .add(item));
      if (RUNS_ON.contains(item.key().groupKind()) && !item.hook()) {
        access.bindings(item).forEach(binding -> granted(item, binding));
      }
    }
    definitions.forEach(this::operatorsAfter);
    for (Item item : items.all()) {
      if (items.custom(item)) {
        edges.add(
            Rank.DEFINITION, item, definitions.getOrDefault(item.key().groupKind(), List.of()));
        String plural = items.plural(item).orElse(ANY);
        edges.add(Rank.OPERATOR, item, operators(item.key().group(), plural, true));
      }
    }
  }

  private void granted(Item runs, Item binding) {
    if (binding.object().text("roleRef", "name").filter("cluster-admin"::equals).isPresent()) {
      actor(ANY, ANY, runs);
    }
    access.role(binding).stream()
        .flatMap(role -> role.object().items("rules").stream())
        .filter(CustomKinds::operates)
        .forEach(
            rule -> {
              for (String group : Trees.texts(rule, "apiGroups")) {
                for (String resource : Trees.texts(rule, "resources")) {
                  actor(group, resource, runs);
                }
              }
            });
  }

  private void actor(String group, String resource, Item runs) {
    // The right to change the status of objects is one over them as well.
    String plural = resource.replaceFirst("/.*", "");
    actors.computeIfAbsent(group + "/" + plural, _ -> new LinkedHashSet<>()).add(runs);
  }

  private static boolean operates(Object rule) {
    List<String> verbs = Trees.texts(rule, "verbs");
    return verbs.contains(ANY)
        || (verbs.contains("watch") && (verbs.contains("update") || verbs.contains("patch")));
  }

  private void operatorsAfter(String groupKind, List<Item> defining) {
    Definition definition = Definition.of(defining.getFirst().object()).orElseThrow();
    for (Item operator : operators(definition.group(), definition.plural(), false)) {
      edges.add(Rank.DEFINITION, operator, defining);
    }
  }

  /**
   * What operates on a kind.
   *
   * @param orAny whether what may do anything counts, if nothing is named for the kind
   */
  private Set<Item> operators(String group, String plural, boolean orAny) {
    Set<Item> found = new LinkedHashSet<>(actors.getOrDefault(group + "/" + plural, Set.of()));
    found.addAll(actors.getOrDefault(group + "/" + ANY, Set.of()));
    return found.isEmpty() && orAny ? actors.getOrDefault(ANY + "/" + ANY, Set.of()) : found;
  }
}
