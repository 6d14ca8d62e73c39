package dev.slipway.kubernetes.order;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
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
        for (List<Item> kind : items.byKind()) {
          admission.meant(kind).forEach(item -> edges.add(Rank.ADMISSION, item, callback));
        }
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
   * Puts the callbacks after all objects that don't need them, and one after the other. Only those
   * objects are named that nothing else brings in already.
   */
  void last(Acyclic graph) {
    BitSet objects = new BitSet();
    items.all().stream()
        .filter(item -> !item.hook() && !is(item))
        .forEach(item -> objects.set(item.place()));
    Item previous = null;
    for (Item callback : callbacks) {
      if (previous != null) {
        graph.add(callback.place(), previous.place());
      }
      previous = callback;
      BitSet before = (BitSet) objects.clone();
      before.andNot(graph.withDependents(callback.place()));
      before.andNot(graph.withNeeds(callback.place()));
      before.stream()
          .filter(place -> graph.dependents(place).noneMatch(before::get))
          .forEach(place -> graph.add(callback.place(), place));
    }
  }
}
