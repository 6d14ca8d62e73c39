package dev.slipway.kubernetes.schema;

import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the fields of kinds are: the built-in kinds of a Kubernetes version and those that
 * CustomResourceDefinitions bring.
 */
public interface Schemas {
  /** The schema of a kind's objects, if the kind is known. */
  Optional<FieldSchema> find(String apiVersion, String kind);

  /** The kinds, as a server of this version would list them; those of added definitions too. */
  Kinds kinds();

  /** These and the kinds that a CustomResourceDefinition brings. */
  Schemas with(ApiObject customResourceDefinition);

  /** A field's own schema. */
  interface FieldSchema {
    Type type();

    /**
     * The schema of a map's field; empty if the field isn't known. Of a free map every field is
     * known, with the schema of its {@link #items}.
     */
    Optional<FieldSchema> field(String name);

    /** The fields that are known by name. */
    default Collection<String> names() {
      return List.of();
    }

    /** The schema of a list's or a free map's items. */
    Optional<FieldSchema> items();

    /** Whether other fields than the known ones may be set. */
    boolean open();

    /** The fields that must be set, since nothing is put in their place. */
    List<String> required();

    /** The only values that the server takes, as texts; empty if it takes any. */
    default List<String> values() {
      return List.of();
    }

    /** How a list is merged. */
    ListType listType();

    /** The fields that tell the items of a {@link ListType#MAP} apart. */
    List<String> listKeys();
  }

  /** What a value may be. */
  enum Type {
    OBJECT,
    LIST,
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    INTEGER_OR_STRING,
    /** A quantity of resources such as {@code 500m}: a number or a text. */
    QUANTITY,
    ANY
  }

  /** How server-side apply merges a list. */
  enum ListType {
    /** As one value. */
    ATOMIC,
    /** As a set of scalars. */
    SET,
    /** Item by item, told apart by keys. */
    MAP
  }
}
