package dev.slipway.kubernetes.order;

import java.util.List;

/** Namespaces come first, then what sets rules within them and for the cluster. */
final class NamespaceRules {
  private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

  private final Items items;
  private final Edges edges;

  NamespaceRules(Items items, Edges edges) {
    this.items = items;
    this.edges = edges;
  }

  void add() {
    for (Item item : items.all()) {
      item.key()
          .namespace()
          .flatMap(name -> items.find("Namespace", "", name))
          .ifPresent(namespace -> edges.add(Rank.NAMESPACE, item, namespace));
    }
    for (Item limits : items.of("ResourceQuota")) {
      limits(limits);
    }
    for (Item limits : items.of("LimitRange")) {
      limits(limits);
    }
    for (Item policy : items.of("NetworkPolicy.networking.k8s.io")) {
      Selector selector = Selector.of(policy.object().at("spec", "podSelector").orElse(null));
      items.pods(policy.namespace(), selector).forEach(pods -> edges.add(Rank.RULES, pods, policy));
    }
    for (Item storage : items.of("StorageClass.storage.k8s.io")) {
      if ("true".equals(storage.object().annotations().get(DEFAULT_CLASS))) {
        defaultClass(storage);
      }
    }
  }

  private void limits(Item limits) {
    items.pods(limits.namespace()).forEach(pods -> edges.add(Rank.RULES, pods, limits));
    for (Item claim : items.of("PersistentVolumeClaim")) {
      if (claim.namespace().equals(limits.namespace())) {
        edges.add(Rank.RULES, claim, limits);
      }
    }
  }

  private void defaultClass(Item storage) {
    for (Item claim : items.of("PersistentVolumeClaim")) {
      if (claim.object().at("spec", "storageClassName").isEmpty()) {
        edges.add(Rank.RULES, claim, storage);
      }
    }
    for (Item set : items.of("StatefulSet.apps")) {
      List<?> claims = set.object().items("spec", "volumeClaimTemplates");
      if (claims.stream()
          .anyMatch(claim -> Trees.object(claim).at("spec", "storageClassName").isEmpty())) {
        edges.add(Rank.RULES, set, storage);
      }
    }
  }
}
