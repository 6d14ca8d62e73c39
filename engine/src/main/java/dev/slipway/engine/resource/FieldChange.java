package dev.slipway.engine.resource;

import java.util.Objects;

/**
 * One field that differs.
 *
 * @param path dotted path within the spec, for example {@code restart.backoff}
 * @param before what is there; {@link Unset} if the field isn't set
 * @param after what will be there: a scalar, list or map, {@link Unset}, {@link Unknown}, or a
 *     {@link Value.Secret}
 * @param replaces whether the resource must be replaced to change it
 */
public record FieldChange(String path, Object before, Object after, boolean replaces) {
  /** Not set. */
  public record Unset() {}

  /**
   * Known only when another resource has been made.
   *
   * @param source the reference that will tell, as {@code type/name#attribute}
   */
  public record Unknown(String source) {}

  public static final Unset UNSET = new Unset();

  public FieldChange {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }
}
