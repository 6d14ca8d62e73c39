package dev.slipway.kubernetes.chart.content;

import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.cluster.Kinds.Kind;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which kinds there will be, and which of them live in namespaces. */
public record Scopes(Kinds kinds) {
  /** These and the kinds that definitions bring; what isn't one is left out. */
  public Scopes with(List<ApiObject> definitions) {
    Map<String, Kind> all = new HashMap<>(kinds.kinds());
    for (ApiObject definition : definitions) {
      if (definition.kind().equals("CustomResourceDefinition")) {
        add(definition, all);
      }
    }
    return new Scopes(new Kinds(kinds.version(), all));
  }

  private static void add(ApiObject definition, Map<String, Kind> all) {
    String kind = definition.text("spec", "names", "kind").orElse("");
    boolean namespaced = !definition.text("spec", "scope").orElse("").equals("Cluster");
    for (ApiObject version : definition.objects("spec", "versions")) {
      if (version.at("served").filter(Boolean.TRUE::equals).isPresent()) {
        String apiVersion =
            definition.text("spec", "group").orElse("") + "/" + version.text("name").orElse("");
        all.putIfAbsent(
            apiVersion + "/" + kind,
            new Kind(
                apiVersion,
                kind,
                definition.text("spec", "names", "plural").orElse(""),
                namespaced,
                List.of("get", "list", "patch", "delete")));
      }
    }
  }

  /**
   * The object in the namespace where it will live, or in none if its kind lives in none; a kind
   * that nobody knows lives in one.
   */
  public ApiObject placed(ApiObject object, String namespace) {
    Optional<Kind> kind = kinds.find(object.apiVersion(), object.kind());
    if (kind.isPresent() && !kind.get().namespaced()) {
      return object.without("metadata", "namespace");
    }
    return object.namespace().filter(name -> !name.isEmpty()).isPresent()
        ? object
        : object.with(namespace, "metadata", "namespace");
  }
}
