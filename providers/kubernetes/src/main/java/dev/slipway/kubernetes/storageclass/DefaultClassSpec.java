package dev.slipway.kubernetes.storageclass;

import dev.slipway.engine.resource.Spec;
import java.util.Objects;

/**
 * Sees to it that no other StorageClass than one is the cluster's default. Attribute: {@code name}.
 *
 * @param name of the one that is; it is made elsewhere
 */
public record DefaultClassSpec(String name) implements Spec {
  public static final String TYPE = "kubernetes.default-storage-class";

  public DefaultClassSpec {
    Objects.requireNonNull(name, "name");
  }
}
