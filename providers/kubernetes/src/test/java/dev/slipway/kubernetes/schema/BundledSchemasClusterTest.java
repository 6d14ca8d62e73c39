package dev.slipway.kubernetes.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Fabric8Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.schema.Schemas.FieldSchema;
import dev.slipway.kubernetes.schema.Schemas.ListType;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What is bundled is what a server of that version tells. */
@ExtendWith(KubernetesLab.class)
class BundledSchemasClusterTest {
  /** Other groups come into the lab by definitions. */
  private static boolean isBuiltIn(Kinds.Kind kind) {
    int slash = kind.apiVersion().indexOf('/');
    String group = slash < 0 ? "" : kind.apiVersion().substring(0, slash);
    return !group.contains(".") || (group.endsWith(".k8s.io") && !group.startsWith("metrics."));
  }

  @Test
  void theKindsAreThoseOfTheServer(LabCluster lab) {
    try (Cluster cluster = Fabric8Cluster.of(lab.kubeconfig())) {
      Kinds live = cluster.kinds().orElseThrow();
      assertThat(scopes(BundledSchemas.of(live.version()).kinds())).isEqualTo(scopes(live));
    }
  }

  private static Map<String, String> scopes(Kinds kinds) {
    return kinds.kinds().values().stream()
        .filter(BundledSchemasClusterTest::isBuiltIn)
        .collect(
            Collectors.toMap(
                kind -> kind.apiVersion() + "/" + kind.kind(),
                kind -> kind.plural() + (kind.namespaced() ? ", namespaced" : ""),
                (one, _) -> one,
                TreeMap::new));
  }

  @Test
  void theFieldsAreThoseOfTheServer(LabCluster lab) {
    String version = lab.api().get("/version").path("gitVersion").asString();
    Schemas schemas = BundledSchemas.of(version);
    compare(lab, schemas, "api/v1", "v1", "io.k8s.api.core.v1", List.of("Pod", "Service"));
    compare(lab, schemas, "apis/apps/v1", "apps/v1", "io.k8s.api.apps.v1", List.of("StatefulSet"));
    compare(
        lab,
        schemas,
        "apis/networking.k8s.io/v1",
        "networking.k8s.io/v1",
        "io.k8s.api.networking.v1",
        List.of("Ingress", "NetworkPolicy"));
  }

  private static void compare(
      LabCluster lab,
      Schemas schemas,
      String path,
      String apiVersion,
      String prefix,
      List<String> kinds) {
    JsonNode definitions = lab.api().get("/openapi/v3/" + path).path("components").path("schemas");
    for (String kind : kinds) {
      FieldSchema schema = schemas.find(apiVersion, kind).orElseThrow();
      JsonNode definition = definitions.path(prefix + "." + kind);
      assertThat(schema.names()).containsExactlyInAnyOrderElementsOf(names(definition));
      FieldSchema spec = schema.field("spec").orElseThrow();
      fields(kind, spec, definition.path("properties").path("spec"), definitions, new HashSet<>());
    }
  }

  private static void fields(
      String path, FieldSchema schema, JsonNode told, JsonNode definitions, Set<String> seen) {
    String name = told.path("allOf").path(0).path("$ref").asString(told.path("$ref").asString(""));
    if (!name.isEmpty()) {
      String simple = name.substring(name.lastIndexOf('/') + 1);
      if (seen.add(simple)) {
        fields(path, schema, definitions.path(simple), definitions, seen);
      }
      return;
    }
    Set<String> values =
        told.path("enum").values().stream()
            .map(JsonNode::asString)
            .filter(value -> !value.isEmpty())
            .collect(Collectors.toSet());
    assertThat(schema.values()).as(path).containsExactlyInAnyOrderElementsOf(values);
    assertThat(schema.listType())
        .as(path)
        .isEqualTo(
            ListType.valueOf(
                told.path("x-kubernetes-list-type").asString("atomic").toUpperCase(Locale.ROOT)));
    if (told.has("properties")) {
      assertThat(schema.names()).as(path).containsExactlyInAnyOrderElementsOf(names(told));
      told.path("properties")
          .properties()
          .forEach(
              field ->
                  fields(
                      path + "." + field.getKey(),
                      schema.field(field.getKey()).orElseThrow(),
                      field.getValue(),
                      definitions,
                      seen));
    }
    if (told.has("items")) {
      fields(path + "[]", schema.items().orElseThrow(), told.path("items"), definitions, seen);
    }
  }

  private static Set<String> names(JsonNode definition) {
    return definition.path("properties").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
