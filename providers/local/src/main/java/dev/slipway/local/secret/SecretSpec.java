package dev.slipway.local.secret;

import dev.slipway.engine.resource.Spec;

/**
 * A generated password in the stack's secret store, under the resource's name. Attribute: {@code
 * secret} (a {@link dev.slipway.engine.resource.Value.Secret}).
 *
 * @param length number of characters, letters and digits only, 12 to 128
 */
public record SecretSpec(int length) implements Spec {
  public static final String TYPE = "local.secret";

  public SecretSpec {
    if (length < 12 || length > 128) {
      throw new IllegalArgumentException("a password has 12 to 128 characters, not " + length);
    }
  }
}
