package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A workload's selector as the text that lists take. */
final class Selector {
  private Selector() {}

  /** Empty if it selects nothing, or everything. */
  static Optional<String> of(ApiObject workload) {
    boolean plain = workload.key().groupKind().equals("ReplicationController");
    List<String> parts = new ArrayList<>();
    Object labels =
        (plain ? workload.at("spec", "selector") : workload.at("spec", "selector", "matchLabels"))
            .orElse(Map.of());
    if (labels instanceof Map<?, ?> map) {
      map.forEach((key, value) -> parts.add(key + "=" + value));
    }
    for (ApiObject expression : workload.objects("spec", "selector", "matchExpressions")) {
      parts.add(part(expression));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(",", parts));
  }

  private static String part(ApiObject expression) {
    String key = expression.text("key").orElse("");
    String values =
        expression.items("values").stream()
            .map(Object::toString)
            .collect(Collectors.joining(",", "(", ")"));
    return switch (expression.text("operator").orElse("")) {
      case "In" -> key + " in " + values;
      case "NotIn" -> key + " notin " + values;
      case "DoesNotExist" -> "!" + key;
      default -> key;
    };
  }
}
