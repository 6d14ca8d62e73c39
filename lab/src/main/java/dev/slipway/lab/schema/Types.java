package dev.slipway.lab.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The types of fields, each as one word: {@code s i n b} for a text, an integer, a number, a
 * boolean, {@code x} for an integer or a text, {@code q} for a quantity, {@code o} for an open
 * object, {@code a} for anything; {@code s(A|B)} for one of these texts; {@code #name} for another
 * type; {@code *T} for a map of T; {@code [T} for a list that is one value, {@code [=T} for a set,
 * {@code [a,b:T} for a list whose items a and b tell apart.
 */
final class Types {
  private static final String REFERENCE = "#/components/schemas/";

  /** Fields that OpenAPI calls required and the server takes without, as a zero or a default. */
  private static final Set<String> NOT_MISSED =
      Set.of(
          "ControllerRevision.revision",
          "CustomResourceDefinitionVersion.served",
          "CustomResourceDefinitionVersion.storage",
          "EndpointSlice.endpoints",
          "HTTPHeader.value",
          "ISCSIPersistentVolumeSource.lun",
          "ISCSIVolumeSource.lun",
          "LimitRangeSpec.limits",
          "NetworkPolicySpec.podSelector",
          "PodFailurePolicyOnPodConditionsPattern.status",
          "PreferredSchedulingTerm.preference",
          "PriorityClass.value",
          "RoleRef.apiGroup",
          "SleepAction.seconds",
          "StatefulSetSpec.serviceName",
          "Sysctl.value",
          "TokenRequest.audience");

  private final Map<String, JsonNode> schemas;
  private final Enumerations enumerations;
  private final SortedMap<String, SortedMap<String, String>> found = new TreeMap<>();

  Types(Map<String, JsonNode> schemas, Enumerations enumerations) {
    this.schemas = schemas;
    this.enumerations = enumerations;
  }

  SortedMap<String, SortedMap<String, String>> found() {
    return found;
  }

  /** Adds a kind's type and all types of its fields; what its status holds is left open. */
  void addKind(String name) {
    add(name, Set.of("status"));
  }

  private void add(String name, Set<String> open) {
    if (found.containsKey(name)) {
      return;
    }
    SortedMap<String, String> fields = new TreeMap<>();
    found.put(name, fields);
    JsonNode schema = schemas.get(name);
    List<String> required =
        schema.path("required").values().stream().map(JsonNode::asString).toList();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    schema
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              String field = entry.getKey();
              boolean missed =
                  required.contains(field) && !NOT_MISSED.contains(simple + "." + field);
              fields.put(
                  missed ? field + "!" : field,
                  open.contains(field)
                      ? "o"
                      : enumerations.apply(name, field, word(entry.getValue())));
            });
  }

  private String word(JsonNode schema) {
    JsonNode all = schema.path("allOf");
    if (all.size() == 1) {
      return word(all.get(0));
    }
    String reference = schema.path("$ref").asString("");
    if (!reference.isEmpty()) {
      return named(reference.substring(REFERENCE.length()));
    }
    return switch (schema.path("type").asString("")) {
      case "string" -> "s";
      case "integer" -> "i";
      case "number" -> "n";
      case "boolean" -> "b";
      case "array" -> "[" + listed(schema) + word(schema.path("items"));
      case "object" ->
          schema.path("additionalProperties").isObject()
              ? "*" + word(schema.path("additionalProperties"))
              : "o";
      case "" -> "a";
      case String other -> throw new IllegalArgumentException("not a known type: " + other);
    };
  }

  private String named(String name) {
    JsonNode schema = schemas.get(name);
    if (name.endsWith(".resource.Quantity")) {
      return "q";
    }
    if (name.endsWith(".intstr.IntOrString")) {
      return "x";
    }
    if (!schema.has("properties")) {
      return word(schema);
    }
    add(name, Set.of());
    return "#" + name;
  }

  private static String listed(JsonNode schema) {
    return switch (schema.path("x-kubernetes-list-type").asString("atomic")) {
      case "set" -> "=";
      case "map" -> {
        List<String> keys = new ArrayList<>();
        schema.path("x-kubernetes-list-map-keys").forEach(key -> keys.add(key.asString()));
        yield String.join(",", keys) + ":";
      }
      default -> "";
    };
  }
}
