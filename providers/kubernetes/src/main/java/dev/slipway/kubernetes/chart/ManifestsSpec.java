package dev.slipway.kubernetes.chart;

import dev.slipway.engine.resource.Spec;
import java.util.Objects;

/**
 * A YAML file, or a folder of such, that stands for the objects in it; it is expanded before each
 * plan and never made itself.
 *
 * @param path absolute, or relative to the current folder; a blueprint has resolved what its stack
 *     file says
 * @param namespace for objects that name none and live in one
 */
public record ManifestsSpec(String path, String namespace) implements Spec {
  public static final String TYPE = "kubernetes.manifests";

  public ManifestsSpec {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(namespace, "namespace");
  }
}
