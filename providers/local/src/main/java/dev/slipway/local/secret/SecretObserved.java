package dev.slipway.local.secret;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Value;
import java.util.Objects;

/**
 * A password in the store.
 *
 * @param length number of characters
 */
public record SecretObserved(Value.Secret<String> secret, int length) implements Observed {
  public SecretObserved {
    Objects.requireNonNull(secret, "secret");
  }

  @Override
  public Attributes attributes() {
    return Attributes.of("secret", secret);
  }
}
