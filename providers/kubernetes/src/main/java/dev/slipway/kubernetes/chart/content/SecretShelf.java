package dev.slipway.kubernetes.chart.content;

import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.secret.SecretStore;
import java.util.Optional;

/**
 * The secret store while resources are expanded: what is there already isn't written again, and
 * nothing new is stored for what is to be removed.
 */
public record SecretShelf(SecretStore store, Purpose purpose) {
  public Value<String> put(String name, String plaintext) {
    Optional<Value.Secret<String>> there = store.find(name);
    if (purpose == Purpose.DOWN) {
      return there.orElseGet(() -> new Value.Secret<>(name, "not-stored"));
    }
    return there.isPresent() && store.reveal(name).equals(plaintext)
        ? there.get()
        : store.put(name, plaintext);
  }

  public Optional<String> find(String name) {
    return store.find(name).map(secret -> store.reveal(secret.name()));
  }
}
