package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.ResourceId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which object of a cluster is meant.
 *
 * @param apiVersion group and version, for example {@code apps/v1}, or {@code v1} for the core
 *     group
 * @param kind for example {@code Deployment}
 * @param namespace empty for objects of the cluster as a whole
 */
public record ObjectKey(String apiVersion, String kind, Optional<String> namespace, String name) {
  public ObjectKey {
    Objects.requireNonNull(apiVersion, "apiVersion");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(name, "name");
  }

  /** The API group; empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** {@code Deployment.apps}, {@code Service}: the kind with its group, whatever the version. */
  public String groupKind() {
    return group().isEmpty() ? kind : kind + "." + group();
  }

  /**
   * The resource's name in a stack: {@code kubernetes.object/Deployment.apps/milvus/milvus-proxy};
   * the same for every version of the group.
   */
  public ResourceId id() {
    return new ResourceId(
        ObjectSpec.TYPE, groupKind() + "/" + namespace.map(name -> name + "/").orElse("") + name);
  }

  /** As users write it: {@code Deployment milvus/milvus-proxy}. */
  @Override
  public String toString() {
    return kind + " " + namespace.map(space -> space + "/").orElse("") + name;
  }
}
