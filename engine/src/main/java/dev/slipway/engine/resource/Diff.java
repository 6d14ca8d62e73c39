package dev.slipway.engine.resource;

import dev.slipway.engine.spec.SpecTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/** How an observed resource differs from its spec, field by field; empty if it doesn't. */
public record Diff(List<FieldChange> fields) {
  public static final Diff NONE = new Diff(List.of());

  public Diff {
    fields = List.copyOf(fields);
  }

  public boolean isEmpty() {
    return fields.isEmpty();
  }

  public boolean replaces() {
    return fields.stream().anyMatch(FieldChange::replaces);
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Compares field by field; a {@link Value} that is not known yet counts as a change to something
   * unknown.
   */
  public static final class Builder {
    private final List<FieldChange> fields = new ArrayList<>();

    private Builder() {}

    /** Compares a field that can be changed in place. */
    public Builder field(String path, Object before, Object after) {
      return add(path, before, after, false);
    }

    /** Compares a field that can only be changed by replacing the resource. */
    public Builder immutable(String path, Object before, Object after) {
      return add(path, before, after, true);
    }

    private Builder add(String path, Object before, Object after, boolean replaces) {
      Object from = plain(before);
      Object to = plain(after);
      if (!from.equals(to)) {
        fields.add(new FieldChange(path, from, to, replaces));
      }
      return this;
    }

    /**
     * Values within lists and maps are made plain too, so that a change read back from a file
     * equals itself.
     */
    private static Object plain(Object value) {
      return switch (value) {
        case null -> FieldChange.UNSET;
        case Optional<?> optional ->
            optional.isPresent() ? plain(optional.get()) : FieldChange.UNSET;
        case Value.Known<?>(Object known) -> plain(known);
        case Value.Ref<?>(ResourceId resource, String attribute) ->
            new FieldChange.Unknown(resource + "#" + attribute);
        case Double number -> number;
        case Float number -> number.doubleValue();
        case Number number -> number.longValue();
        case Set<?> items when !(items instanceof SequencedSet<?>) ->
            plain(SpecTree.encodeValue(items));
        case Collection<?> items -> items.stream().map(Builder::plain).toList();
        case Map<?, ?> map when map.get("$ref") instanceof String source ->
            new FieldChange.Unknown(source);
        case Map<?, ?> map -> {
          TreeMap<String, Object> copy = new TreeMap<>();
          map.forEach((key, item) -> copy.put(key.toString(), plain(item)));
          yield copy;
        }
        case String _, Boolean _, Value.Secret<?> _, FieldChange.Unset _, FieldChange.Unknown _ ->
            value;
        default -> {
          Object tree = SpecTree.encodeValue(value);
          yield tree.equals(value) ? value : plain(tree);
        }
      };
    }

    public Diff build() {
      return fields.isEmpty() ? NONE : new Diff(fields);
    }
  }
}
