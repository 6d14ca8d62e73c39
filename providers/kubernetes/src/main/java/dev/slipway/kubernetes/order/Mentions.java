package dev.slipway.kubernetes.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects that other objects name come before them, wherever in the spec the name stands. */
final class Mentions {
  /** Fields that hold the name of an object of the cluster as a whole. */
  private static final Map<String, String> CLUSTER_NAMES =
      Map.of(
          "priorityClassName", "PriorityClass.scheduling.k8s.io",
          "runtimeClassName", "RuntimeClass.node.k8s.io",
          "storageClassName", "StorageClass.storage.k8s.io",
          "volumeAttributesClassName", "VolumeAttributesClass.storage.k8s.io",
          "volumeName", "PersistentVolume",
          "ingressClassName", "IngressClass.networking.k8s.io",
          "gatewayClassName", "GatewayClass.gateway.networking.k8s.io",
          "policyName", "ValidatingAdmissionPolicy.admissionregistration.k8s.io");

  /** Fields that hold the name of an object in the same namespace. */
  private static final Map<String, String> NAMES =
      Map.of(
          "serviceAccountName", "ServiceAccount",
          "serviceAccount", "ServiceAccount",
          "secretName", "Secret",
          "claimName", "PersistentVolumeClaim",
          "serviceName", "Service");

  /** Fields that hold a map, or a list of maps, with the name of an object in it. */
  private static final Map<String, String> REFERENCES =
      Map.ofEntries(
          Map.entry("secretKeyRef", "Secret"),
          Map.entry("secretRef", "Secret"),
          Map.entry("secret", "Secret"),
          Map.entry("imagePullSecrets", "Secret"),
          Map.entry("certificateRefs", "Secret"),
          Map.entry("configMapKeyRef", "ConfigMap"),
          Map.entry("configMapRef", "ConfigMap"),
          Map.entry("configMap", "ConfigMap"),
          Map.entry("service", "Service"),
          Map.entry("backendRefs", "Service"),
          Map.entry("parentRefs", "Gateway.gateway.networking.k8s.io"));

  /** Kinds whose contents only look like references. */
  private static final Set<String> CONTENTS =
      Set.of(
          "ConfigMap",
          "Secret",
          "CustomResourceDefinition.apiextensions.k8s.io",
          "APIService.apiregistration.k8s.io");

  private final Items items;
  private final Edges edges;
  private final Map<String, List<Item>> missingSecrets = new HashMap<>();

  Mentions(Items items, Edges edges) {
    this.items = items;
    this.edges = edges;
  }

  void add() {
    for (Item item : items.all()) {
      Rank rank = rank(item);
      item.object().items("metadata", "ownerReferences").forEach(owner -> typed(item, owner, rank));
      annotations(item);
      item.pod()
          .flatMap(pod -> items.find("ServiceAccount", item.namespace(), pod.serviceAccount()))
          .ifPresent(account -> edges.add(Rank.REFERENCE, item, account));
      if (item.is("ServiceAccount")) {
        visit(item, "imagePullSecrets", item.object().items("imagePullSecrets"), Rank.MENTION);
      } else if (!CONTENTS.contains(item.key().groupKind())) {
        visit(item, "spec", item.object().at("spec").orElse(Map.of()), rank);
      }
    }
    protectedPods();
    makers();
  }

  private Rank rank(Item item) {
    if (item.is("HorizontalPodAutoscaler.autoscaling")) {
      return Rank.TARGET;
    }
    return items.custom(item) ? Rank.MENTION : Rank.REFERENCE;
  }

  private void annotations(Item item) {
    Map<String, String> annotations = item.object().annotations();
    // The server removes a token's secret while its account isn't there.
    Optional.ofNullable(annotations.get("kubernetes.io/service-account.name"))
        .flatMap(name -> items.find("ServiceAccount", item.namespace(), name))
        .ifPresent(account -> edges.add(Rank.REFERENCE, item, account));
    Optional.ofNullable(annotations.get("kubernetes.io/ingress.class"))
        .flatMap(name -> items.find("IngressClass.networking.k8s.io", "", name))
        .ifPresent(of -> edges.add(Rank.REFERENCE, item, of));
  }

  private void visit(Item from, String key, Object value, Rank rank) {
    switch (value) {
      case Map<?, ?> map -> {
        if (REFERENCES.containsKey(key)) {
          named(from, REFERENCES.get(key), map, rank);
        }
        typed(from, map, rank);
        map.forEach((inner, item) -> visit(from, inner.toString(), item, rank));
      }
      case List<?> list -> list.forEach(item -> visit(from, key, item, rank));
      case String name -> {
        if (CLUSTER_NAMES.containsKey(key)) {
          add(from, items.find(CLUSTER_NAMES.get(key), "", name), rank);
        } else if (NAMES.containsKey(key)) {
          inNamespace(from, NAMES.get(key), from.namespace(), name, rank);
        }
      }
      default -> {}
    }
  }

  private void named(Item from, String groupKind, Map<?, ?> reference, Rank rank) {
    Rank weight = Boolean.TRUE.equals(reference.get("optional")) ? Rank.MENTION : rank;
    String namespace = Trees.text(reference, "namespace").orElse(from.namespace());
    Trees.text(reference, "name")
        .ifPresent(name -> inNamespace(from, groupKind, namespace, name, weight));
  }

  private void inNamespace(Item from, String groupKind, String namespace, String name, Rank rank) {
    Optional<Item> found = items.find(groupKind, namespace, name);
    add(from, found, rank);
    if (found.isEmpty() && groupKind.equals("Secret") && from.pod().isPresent()) {
      missingSecrets.computeIfAbsent(namespace + "/" + name, _ -> new ArrayList<>()).add(from);
    }
  }

  /** A map with a kind and a name, as {@code scaleTargetRef} or {@code issuerRef} has them. */
  private void typed(Item from, Object reference, Rank rank) {
    Optional<String> kind = Trees.text(reference, "kind");
    Optional<String> name = Trees.text(reference, "name");
    if (kind.isEmpty() || name.isEmpty()) {
      return;
    }
    Optional<String> group =
        Trees.text(reference, "group")
            .or(() -> Trees.text(reference, "apiGroup"))
            .or(
                () ->
                    Trees.text(reference, "apiVersion")
                        .map(
                            version ->
                                version.contains("/") ? version.replaceFirst("/.*", "") : ""));
    String namespace = Trees.text(reference, "namespace").orElse(from.namespace());
    add(from, items.findKind(kind.get(), group, namespace, name.get()), rank);
  }

  private void add(Item from, Optional<Item> to, Rank rank) {
    to.filter(item -> item.place() != from.place()).ifPresent(item -> edges.add(rank, from, item));
  }

  private void protectedPods() {
    for (Item budget : items.of("PodDisruptionBudget.policy")) {
      Object selector = budget.object().at("spec", "selector").orElse(null);
      if (selector != null) {
        edges.add(Rank.TARGET, budget, items.pods(budget.namespace(), Selector.of(selector)));
      }
    }
  }

  /** A secret that isn't in the stack may be made by a custom object that names it. */
  private void makers() {
    if (missingSecrets.isEmpty()) {
      return;
    }
    for (Item item : items.all()) {
      if (item.pod().isEmpty() && items.custom(item)) {
        Set<String> names = new HashSet<>();
        item.object().text("spec", "secretName").ifPresent(names::add);
        item.object().text("spec", "target", "name").ifPresent(names::add);
        if (item.object().at("spec", "encryptedData").isPresent()
            || item.object().at("spec", "secretStoreRef").isPresent()) {
          names.add(item.key().name());
        }
        for (String name : names) {
          missingSecrets
              .getOrDefault(item.namespace() + "/" + name, List.of())
              .forEach(pods -> edges.add(Rank.MAKER, pods, item));
        }
      }
    }
  }
}
