package dev.slipway.kubernetes.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What makes the API server call services of the stack: webhooks, aggregated APIs, conversions. It
 * comes after the service and what runs behind it, and after everything that it might stand in the
 * way of; what asks to be seen by it comes afterwards.
 */
final class Callbacks {
  private static final Set<String> WEBHOOKS =
      Set.of(
          "MutatingWebhookConfiguration.admissionregistration.k8s.io",
          "ValidatingWebhookConfiguration.admissionregistration.k8s.io");
  private static final String API_SERVICE = "APIService.apiregistration.k8s.io";

  private final Items items;
  private final Edges edges;
  private final List<Item> callbacks;

  Callbacks(Items items, Edges edges) {
    this.items = items;
    this.edges = edges;
    this.callbacks = items.all().stream().filter(Callbacks::is).toList();
  }

  static boolean is(Item item) {
    return !item.hook()
        && (WEBHOOKS.contains(item.key().groupKind())
            || (item.is(API_SERVICE) && item.object().at("spec", "service").isPresent()));
  }

  void add() {
    for (Item callback : callbacks) {
      if (callback.is(API_SERVICE)) {
        edges.add(Rank.BACKEND, callback, backend(callback.object().at("spec", "service")));
        aggregated(callback);
      } else {
        for (Object webhook : callback.object().items("webhooks")) {
          edges.add(
              Rank.BACKEND, callback, backend(Trees.object(webhook).at("clientConfig", "service")));
        }
        Admission admission = new Admission(items, callback);
        items.all().stream()
            .filter(admission::wantedBy)
            .forEach(item -> edges.add(Rank.ADMISSION, item, callback));
      }
    }
    conversions();
  }

  /** A service and what runs behind it. */
  private List<Item> backend(Optional<Object> reference) {
    List<Item> backend = new ArrayList<>();
    Optional<Item> service =
        reference.flatMap(
            map ->
                items.find(
                    "Service",
                    Trees.text(map, "namespace").orElse(""),
                    Trees.text(map, "name").orElse("")));
    service.ifPresent(
        found -> {
          backend.add(found);
          Optional<Object> selector = found.object().at("spec", "selector");
          selector.ifPresent(
              labels ->
                  items.pods(found.namespace(), Selector.ofLabels(labels)).stream()
                      .filter(pods -> !pods.hook())
                      .forEach(backend::add));
        });
    return backend;
  }

  private void aggregated(Item service) {
    String apiVersion =
        service.object().text("spec", "group").orElse("")
            + "/"
            + service.object().text("spec", "version").orElse("");
    for (Item item : items.all()) {
      if (item.key().apiVersion().equals(apiVersion)) {
        edges.add(Rank.DEFINITION, item, service);
      }
    }
  }

  private void conversions() {
    Map<String, List<Item>> converters = new HashMap<>();
    for (Item definition : items.of("CustomResourceDefinition.apiextensions.k8s.io")) {
      List<Item> backend =
          backend(
              definition.object().at("spec", "conversion", "webhook", "clientConfig", "service"));
      if (!backend.isEmpty()) {
        String kind = definition.object().text("spec", "names", "kind").orElse("");
        String group = definition.object().text("spec", "group").orElse("");
        converters.put(kind + "." + group, backend);
      }
    }
    if (!converters.isEmpty()) {
      items
          .all()
          .forEach(
              item ->
                  edges.add(
                      Rank.OPERATOR,
                      item,
                      converters.getOrDefault(item.key().groupKind(), List.of())));
    }
  }

  /**
   * Puts the callbacks after all objects that don't need them. Only those are named that no other
   * of these objects needs, since the rest come before them anyway.
   */
  void last(Acyclic graph) {
    for (Item callback : callbacks) {
      Set<Integer> needing = graph.withDependents(callback.place());
      Set<Integer> before = new HashSet<>();
      for (Item item : items.all()) {
        if (!item.hook() && !is(item) && !needing.contains(item.place())) {
          before.add(item.place());
        }
      }
      for (int place : before) {
        if (graph.dependents(place).stream().noneMatch(before::contains)) {
          graph.add(callback.place(), place);
        }
      }
    }
  }
}
