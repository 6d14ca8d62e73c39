package dev.slipway.kubernetes.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fields that a manifest sets though they are a controller's. Those of webhooks it sets for the
 * beginning only: the controller that serves them puts its authority's certificate there, and has
 * failures refused as soon as it answers. The rules of a ClusterRole that others are aggregated in
 * are never the manifest's.
 */
final class HandedOver {
  private static final Set<String> KINDS =
      Set.of(
          "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
          "MutatingWebhookConfiguration.admissionregistration.k8s.io");
  private static final List<List<String>> FIELDS =
      List.of(List.of("failurePolicy"), List.of("clientConfig", "caBundle"));

  /** What people change by hand is no controller's. */
  private static final String BY_HAND = "kubectl";

  private final ApiObject live;
  private final Managers managers;

  private HandedOver(ApiObject live, Managers managers) {
    this.live = live;
    this.managers = managers;
  }

  /** What is made at first. */
  static ApiObject atFirst(ApiObject wanted) {
    boolean aggregated =
        wanted.key().groupKind().equals("ClusterRole.rbac.authorization.k8s.io")
            && wanted.at("aggregationRule").isPresent();
    return aggregated ? wanted.without("rules") : wanted;
  }

  /** The wanted object without the fields that a controller has set otherwise since. */
  static ApiObject without(ApiObject whole, ApiObject live, String manager) {
    ApiObject wanted = atFirst(whole);
    if (!KINDS.contains(wanted.key().groupKind())) {
      return wanted;
    }
    HandedOver handedOver = new HandedOver(live, Managers.of(live, manager));
    List<Object> webhooks = new ArrayList<>();
    for (Object webhook : wanted.items("webhooks")) {
      webhooks.add(webhook instanceof Map<?, ?> map ? handedOver.webhook(map) : webhook);
    }
    return webhooks.isEmpty() ? wanted : wanted.with(webhooks, "webhooks");
  }

  private Object webhook(Map<?, ?> wanted) {
    Object kept = wanted;
    for (List<String> field : FIELDS) {
      Object before = at(wanted, field);
      if (before != null && isOthers(wanted, field) && !before.equals(there(wanted, field))) {
        kept = without((Map<?, ?>) kept, field);
      }
    }
    return kept;
  }

  private boolean isOthers(Map<?, ?> webhook, List<String> field) {
    List<String> owners = managers.othersOf(fields -> within(fields, webhook, field));
    return !owners.isEmpty()
        && owners.stream().noneMatch(owner -> owner.startsWith(BY_HAND))
        && !within(managers.ours(), webhook, field).present();
  }

  private static FieldSet within(FieldSet fields, Map<?, ?> webhook, List<String> field) {
    FieldSet at = fields.field("webhooks").item(List.of("name"), webhook);
    for (String name : field) {
      at = at.field(name);
    }
    return at;
  }

  private Object there(Map<?, ?> webhook, List<String> field) {
    Optional<? extends Map<?, ?>> found =
        live.items("webhooks").stream()
            .filter(Map.class::isInstance)
            .map(item -> (Map<?, ?>) item)
            .filter(item -> Objects.equals(item.get("name"), webhook.get("name")))
            .findFirst();
    return found.map(item -> at(item, field)).orElse(null);
  }

  private static Object at(Object tree, List<String> field) {
    Object at = tree;
    for (String name : field) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at;
  }

  private static Map<String, Object> without(Map<?, ?> tree, List<String> field) {
    Map<String, Object> copy = new TreeMap<>();
    tree.forEach((key, value) -> copy.put(key.toString(), value));
    if (field.size() == 1) {
      copy.remove(field.getFirst());
    } else {
      copy.computeIfPresent(
          field.getFirst(),
          (_, below) -> without((Map<?, ?>) below, field.subList(1, field.size())));
    }
    return copy;
  }
}
