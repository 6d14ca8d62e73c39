package dev.slipway.local.directory;

import dev.slipway.engine.resource.Spec;

/**
 * A folder for a system's data. Attribute: {@code path} (absolute).
 *
 * @param path relative to the stack's folder
 */
public record DirectorySpec(String path) implements Spec {
  public static final String TYPE = "local.directory";
}
