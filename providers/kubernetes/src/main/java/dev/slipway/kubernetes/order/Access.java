package dev.slipway.kubernetes.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bindings come after their role and subjects, and before what runs as one of the subjects. */
final class Access {
  private static final String GROUP = ".rbac.authorization.k8s.io";

  private final Items items;
  private final Edges edges;
  private final Map<String, List<Item>> bindings = new HashMap<>();

  Access(Items items, Edges edges) {
    this.items = items;
    this.edges = edges;
  }

  void add() {
    items.of("RoleBinding" + GROUP).forEach(this::binding);
    items.of("ClusterRoleBinding" + GROUP).forEach(this::binding);
    for (Item item : items.all()) {
      edges.add(Rank.ACCESS, item, bindings(item));
    }
  }

  private void binding(Item binding) {
    role(binding).ifPresent(role -> edges.add(Rank.ACCESS, binding, role));
    for (Object subject : binding.object().items("subjects")) {
      if (Trees.text(subject, "kind").filter("ServiceAccount"::equals).isPresent()) {
        String namespace = Trees.text(subject, "namespace").orElse(binding.namespace());
        String name = Trees.text(subject, "name").orElse("");
        bindings.computeIfAbsent(namespace + "/" + name, _ -> new ArrayList<>()).add(binding);
        items
            .find("ServiceAccount", namespace, name)
            .ifPresent(account -> edges.add(Rank.ACCESS, binding, account));
      }
    }
  }

  /** The role that a binding is about, if it is part of the stack. */
  Optional<Item> role(Item binding) {
    String kind = binding.object().text("roleRef", "kind").orElse("");
    String namespace = kind.equals("Role") ? binding.namespace() : "";
    return binding
        .object()
        .text("roleRef", "name")
        .flatMap(name -> items.find(kind + GROUP, namespace, name));
  }

  /** The bindings of the service account that an object's pods run as. */
  List<Item> bindings(Item item) {
    return item.pod()
        .map(pod -> bindings.getOrDefault(item.namespace() + "/" + pod.serviceAccount(), List.of()))
        .orElse(List.of());
  }
}
