package dev.slipway.kubernetes.order;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which objects a webhook is meant for: custom ones whose kind its rules name, and those (or the
 * pods that they make) whose labels, or whose namespace's labels, ask for it. What a webhook merely
 * looks at, since its rules take in everything, isn't meant.
 */
final class Admission {
  private static final String ANY = "*";

  /** One webhook of the configuration. */
  private record Webhook(List<Rule> rules, Selector objects, Selector namespaces) {}

  private record Rule(List<String> groups, List<String> resources) {
    boolean names(String group, String plural) {
      return groups.contains(group)
          && (resources.contains(plural)
              || resources.contains(ANY)
              || resources.contains(plural + "/*"));
    }

    boolean covers(String group, String plural) {
      return names(group, plural)
          || (groups.contains(ANY) && (resources.contains(plural) || resources.contains(ANY)));
    }
  }

  private final Items items;
  private final List<Webhook> webhooks = new ArrayList<>();

  Admission(Items items, Item configuration) {
    this.items = items;
    for (Object webhook : configuration.object().items("webhooks")) {
      List<Rule> rules =
          Trees.object(webhook).items("rules").stream()
              .filter(Admission::atCreation)
              .map(rule -> new Rule(Trees.texts(rule, "apiGroups"), Trees.texts(rule, "resources")))
              .toList();
      webhooks.add(
          new Webhook(
              rules,
              Selector.of(Trees.map(webhook).get("objectSelector")),
              Selector.of(Trees.map(webhook).get("namespaceSelector"))));
    }
  }

  private static boolean atCreation(Object rule) {
    List<String> operations = Trees.texts(rule, "operations");
    return operations.contains("CREATE") || operations.contains(ANY);
  }

  /** Those among objects of one kind that one of the webhooks is meant for. */
  Set<Item> meant(List<Item> ofOneKind) {
    Set<Item> meant = new LinkedHashSet<>();
    Item any = ofOneKind.getFirst();
    String group = any.key().group();
    String plural = items.plural(any).orElse("");
    for (Webhook webhook : webhooks) {
      List<Rule> rules = webhook.rules();
      if (items.custom(any) && rules.stream().anyMatch(rule -> rule.names(group, plural))) {
        meant.addAll(ofOneKind);
      } else if (webhook.objects().asks() || webhook.namespaces().asks()) {
        boolean itself = rules.stream().anyMatch(rule -> rule.covers(group, plural));
        boolean pods = rules.stream().anyMatch(rule -> rule.covers("", "pods"));
        ofOneKind.stream()
            .filter(
                item ->
                    (itself && asks(webhook, item, item.object().labels()))
                        || (pods
                            && item.pod()
                                .filter(pod -> asks(webhook, item, pod.labels()))
                                .isPresent()))
            .forEach(meant::add);
      }
    }
    return meant;
  }

  private boolean asks(Webhook webhook, Item item, Map<String, String> labels) {
    return webhook.objects().matches(labels) && webhook.namespaces().matches(namespaceLabels(item));
  }

  private Map<String, String> namespaceLabels(Item item) {
    Map<String, String> labels = new TreeMap<>();
    items
        .find("Namespace", "", item.namespace())
        .ifPresent(namespace -> labels.putAll(namespace.object().labels()));
    labels.put("kubernetes.io/metadata.name", item.namespace());
    return labels;
  }
}
