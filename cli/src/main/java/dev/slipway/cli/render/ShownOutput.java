package dev.slipway.cli.render;

import java.util.Objects;

/**
 * An output with its value, ready to be shown.
 *
 * @param name stable key, {@code system.name}
 * @param value in plaintext; empty text if it isn't known. For a sensitive output that isn't to be
 *     revealed it should be left empty.
 * @param sensitive whether it is masked unless it is to be revealed
 */
public record ShownOutput(String name, String value, boolean sensitive) {
  public ShownOutput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  /** Keeps a secret out of logs and messages. */
  @Override
  public String toString() {
    return name + " = " + (sensitive ? "(secret)" : value);
  }
}
