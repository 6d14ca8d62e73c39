package dev.slipway.kubernetes.schema;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a CustomResourceDefinition defines.
 *
 * @param served the schema of each version that is served
 */
public record Definition(
    String group, String kind, String plural, boolean namespaced, Map<String, Object> served) {
  public Definition {
    served = Map.copyOf(served);
  }

  public static boolean is(ApiObject object) {
    return object.kind().equals("CustomResourceDefinition")
        && object.apiVersion().startsWith("apiextensions.k8s.io/");
  }

  /** What an object defines; empty if it is no CustomResourceDefinition or a broken one. */
  public static Optional<Definition> of(ApiObject object) {
    Optional<String> group = object.text("spec", "group");
    Optional<String> kind = object.text("spec", "names", "kind");
    Optional<String> plural = object.text("spec", "names", "plural");
    if (!is(object) || group.isEmpty() || kind.isEmpty() || plural.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> served = new TreeMap<>();
    for (ApiObject version : object.objects("spec", "versions")) {
      if (version.at("served").filter(Boolean.TRUE::equals).isPresent()) {
        version
            .text("name")
            .ifPresent(
                name -> served.put(name, version.at("schema", "openAPIV3Schema").orElse(Map.of())));
      }
    }
    boolean namespaced = object.text("spec", "scope").filter("Cluster"::equals).isEmpty();
    return Optional.of(new Definition(group.get(), kind.get(), plural.get(), namespaced, served));
  }
}
