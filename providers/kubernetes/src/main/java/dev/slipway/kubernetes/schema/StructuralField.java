package dev.slipway.kubernetes.schema;

import dev.slipway.kubernetes.schema.Schemas.FieldSchema;
import dev.slipway.kubernetes.schema.Schemas.ListType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A field as the structural schema of a CustomResourceDefinition tells.
 *
 * @param schema its part of {@code openAPIV3Schema}
 * @param whole whether it is an object of its own, with {@code apiVersion}, {@code kind} and {@code
 *     metadata}
 * @param metadata the schema of an object's metadata, if it is known
 */
record StructuralField(Map<?, ?> schema, boolean whole, Optional<FieldSchema> metadata)
    implements FieldSchema {
  private static final Map<String, String> TEXT = Map.of("type", "string");
  private static final Set<String> OF_OBJECTS = Set.of("apiVersion", "kind", "metadata");

  static StructuralField root(Object schema, Optional<FieldSchema> metadata) {
    // Without any schema every field is taken.
    Map<?, ?> known =
        schema instanceof Map<?, ?> map && !map.isEmpty()
            ? map
            : Map.of("type", "object", "x-kubernetes-preserve-unknown-fields", true);
    return new StructuralField(known, true, metadata);
  }

  private StructuralField inner(Object inner) {
    Map<?, ?> map = inner instanceof Map<?, ?> known ? known : Map.of();
    boolean embedded = Boolean.TRUE.equals(map.get("x-kubernetes-embedded-resource"));
    return new StructuralField(map, embedded, metadata);
  }

  private boolean says(String extension) {
    return Boolean.TRUE.equals(schema.get(extension));
  }

  private String text(String key) {
    return schema.get(key) instanceof String text ? text : "";
  }

  private List<String> texts(String key) {
    return schema.get(key) instanceof List<?> list
        ? list.stream().map(Objects::toString).toList()
        : List.of();
  }

  private Map<?, ?> properties() {
    return schema.get("properties") instanceof Map<?, ?> map ? map : Map.of();
  }

  @Override
  public Schemas.Type type() {
    if (says("x-kubernetes-int-or-string")) {
      return Schemas.Type.INTEGER_OR_STRING;
    }
    return switch (text("type")) {
      case "object" -> Schemas.Type.OBJECT;
      case "array" -> Schemas.Type.LIST;
      case "string" -> Schemas.Type.STRING;
      case "integer" -> Schemas.Type.INTEGER;
      case "number" -> Schemas.Type.NUMBER;
      case "boolean" -> Schemas.Type.BOOLEAN;
      default -> whole ? Schemas.Type.OBJECT : Schemas.Type.ANY;
    };
  }

  @Override
  public Optional<FieldSchema> field(String name) {
    if (whole && name.equals("metadata")) {
      return metadata.or(() -> Optional.of(root(Map.of(), Optional.empty())));
    }
    if (whole && OF_OBJECTS.contains(name)) {
      return Optional.of(inner(TEXT));
    }
    Object property = properties().get(name);
    return property == null ? freeItems() : Optional.of(inner(property));
  }

  private Optional<FieldSchema> freeItems() {
    return schema.get("additionalProperties") instanceof Map<?, ?> free
        ? Optional.of(inner(free))
        : Optional.empty();
  }

  @Override
  public Collection<String> names() {
    Set<String> names = new LinkedHashSet<>();
    properties().keySet().forEach(name -> names.add(name.toString()));
    if (whole) {
      names.addAll(OF_OBJECTS);
    }
    return names;
  }

  @Override
  public Optional<FieldSchema> items() {
    return type() == Schemas.Type.LIST ? Optional.of(inner(schema.get("items"))) : freeItems();
  }

  @Override
  public boolean open() {
    return says("x-kubernetes-preserve-unknown-fields")
        || type() == Schemas.Type.ANY
        || schema.get("additionalProperties") instanceof Map
        || says("additionalProperties");
  }

  @Override
  public List<String> required() {
    List<String> required = new ArrayList<>(texts("required"));
    required.removeIf(
        name ->
            (whole && OF_OBJECTS.contains(name))
                || (properties().get(name) instanceof Map<?, ?> property
                    && property.containsKey("default")));
    return required;
  }

  @Override
  public List<String> values() {
    return texts("enum");
  }

  @Override
  public ListType listType() {
    return switch (text("x-kubernetes-list-type")) {
      case "set" -> ListType.SET;
      case "map" -> ListType.MAP;
      default -> ListType.ATOMIC;
    };
  }

  @Override
  public List<String> listKeys() {
    return texts("x-kubernetes-list-map-keys");
  }
}
