package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Value;
import dev.slipway.engine.secret.SecretStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Plaintexts that this process has come to know, so that nothing that is shown holds them. */
public final class SecretTexts {
  /** Shorter texts occur where no secret is meant. */
  private static final int SHORTEST = 6;

  private final Set<String> plaintexts = ConcurrentHashMap.newKeySet();

  /** Learns the secrets of an object, as far as the store has them. */
  void learn(ObjectSpec spec, SecretStore store) {
    spec.holes().values().forEach(hole -> learn(hole, store, false));
    spec.data().values().forEach(value -> learn(value, store, true));
  }

  private void learn(Value<String> value, SecretStore store, boolean encoded) {
    if (value instanceof Value.Secret<String>(String name, String _)
        && store.find(name).isPresent()) {
      String text = store.reveal(name);
      (encoded ? SecretSight.text(text).orElse(text) : text)
          .lines()
          .filter(line -> line.length() >= SHORTEST)
          .forEach(plaintexts::add);
    }
  }

  /** The text without what is known to be secret. */
  public String mask(String text) {
    String masked = text;
    for (String plaintext : plaintexts) {
      masked = masked.replace(plaintext, "(secret)");
    }
    return masked;
  }

  @Override
  public String toString() {
    return "SecretTexts[…]";
  }
}
