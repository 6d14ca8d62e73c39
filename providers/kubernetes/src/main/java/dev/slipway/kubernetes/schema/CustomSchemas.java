package dev.slipway.kubernetes.schema;

import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other schemas, and the kinds that CustomResourceDefinitions bring. */
final class CustomSchemas implements Schemas {
  private static final List<String> VERBS =
      List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

  private final Schemas base;
  private final List<Definition> definitions;
  private final Map<String, FieldSchema> schemas = new HashMap<>();
  private final Kinds kinds;

  CustomSchemas(Schemas base, List<Definition> definitions) {
    this.base = base;
    this.definitions = List.copyOf(definitions);
    Map<String, Kinds.Kind> known = new HashMap<>(base.kinds().kinds());
    Optional<FieldSchema> metadata =
        base.find("v1", "ConfigMap").flatMap(schema -> schema.field("metadata"));
    for (Definition definition : definitions) {
      definition
          .served()
          .forEach(
              (version, schema) -> {
                String apiVersion = definition.group() + "/" + version;
                String name = apiVersion + "/" + definition.kind();
                schemas.put(name, StructuralField.root(schema, metadata));
                known.put(
                    name,
                    new Kinds.Kind(
                        apiVersion,
                        definition.kind(),
                        definition.plural(),
                        definition.namespaced(),
                        VERBS));
              });
    }
    kinds = new Kinds(base.kinds().version(), known);
  }

  @Override
  public Optional<FieldSchema> find(String apiVersion, String kind) {
    FieldSchema schema = schemas.get(apiVersion + "/" + kind);
    return schema == null ? base.find(apiVersion, kind) : Optional.of(schema);
  }

  @Override
  public Kinds kinds() {
    return kinds;
  }

  @Override
  public Schemas with(ApiObject customResourceDefinition) {
    List<Definition> more = new ArrayList<>(definitions);
    Definition.of(customResourceDefinition).ifPresent(more::add);
    return new CustomSchemas(base, more);
  }

  /** These and all kinds that the definitions among objects bring. */
  static Schemas with(Schemas schemas, List<ApiObject> objects) {
    List<Definition> definitions =
        objects.stream().map(Definition::of).flatMap(Optional::stream).toList();
    return definitions.isEmpty() ? schemas : new CustomSchemas(schemas, definitions);
  }
}
