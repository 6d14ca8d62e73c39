package dev.slipway.kubernetes.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A selector of labels.
 *
 * @param labels values that labels must have
 * @param expressions as {@code matchExpressions} holds them
 */
record Selector(Map<String, String> labels, List<?> expressions) {
  /** From a map of labels, as a Service has it. */
  static Selector ofLabels(Object labels) {
    return new Selector(texts(labels), List.of());
  }

  /** From {@code matchLabels} and {@code matchExpressions}; all match if there are none. */
  static Selector of(Object selector) {
    Map<?, ?> map = Trees.map(selector);
    return new Selector(texts(map.get("matchLabels")), Trees.list(map.get("matchExpressions")));
  }

  private static Map<String, String> texts(Object labels) {
    Map<String, String> texts = new TreeMap<>();
    Trees.map(labels).forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return texts;
  }

  boolean matches(Map<String, String> given) {
    return given.entrySet().containsAll(labels.entrySet())
        && expressions.stream().allMatch(expression -> matches(expression, given));
  }

  private static boolean matches(Object expression, Map<String, String> given) {
    String key = Trees.text(expression, "key").orElse("");
    List<String> values = Trees.texts(expression, "values");
    return switch (Trees.text(expression, "operator").orElse("")) {
      case "In" -> given.containsKey(key) && values.contains(given.get(key));
      case "NotIn" -> !given.containsKey(key) || !values.contains(given.get(key));
      case "Exists" -> given.containsKey(key);
      case "DoesNotExist" -> !given.containsKey(key);
      default -> false;
    };
  }

  /** Whether it asks for labels to be there, not only for some not to be. */
  boolean asks() {
    return !labels.isEmpty()
        || expressions.stream()
            .map(expression -> Trees.text(expression, "operator").orElse(""))
            .anyMatch(operator -> operator.equals("In") || operator.equals("Exists"));
  }
}
