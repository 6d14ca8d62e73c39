package dev.slipway.engine.resource;

import java.util.Objects;

/**
 * The name of a resource within a stack; written {@code type/name}.
 *
 * @param type which handler manages it, {@code provider.kind}, for example {@code local.process}
 * @param name unique within the type and stack
 */
public record ResourceId(String type, String name) implements Comparable<ResourceId> {
  public ResourceId {
    if (type.isEmpty() || type.indexOf('/') >= 0) {
      throw new IllegalArgumentException("not a resource type: '" + type + "'");
    }
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a resource of type " + type + " has no name");
    }
    Objects.requireNonNull(name, "name");
  }

  /**
   * @throws IllegalArgumentException if the text is not of the form {@code type/name}
   */
  public static ResourceId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("not a resource id (type/name): '" + text + "'");
    }
    return new ResourceId(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(ResourceId other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return type + "/" + name;
  }
}
