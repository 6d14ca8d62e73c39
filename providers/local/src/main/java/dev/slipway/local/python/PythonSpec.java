package dev.slipway.local.python;

import dev.slipway.engine.resource.Spec;

/**
 * A Python environment of the stack's own, made by {@code pip --require-hashes}. Attributes: {@code
 * folder}, {@code bin} (the folder of its programs), {@code python} (its interpreter), {@code
 * version} (of the interpreter).
 *
 * @param requirements text of a requirements file in which every package is pinned by version and
 *     SHA-256 hashes
 * @param minimum oldest Python version that will do, for example {@code 3.10}
 */
public record PythonSpec(String requirements, String minimum) implements Spec {
  public static final String TYPE = "local.python";
}
