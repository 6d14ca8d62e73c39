package dev.slipway.local.certificate;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.secret.SecretStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A secret store in memory. */
public final class MemorySecrets implements SecretStore {
  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  @Override
  public Value.Secret<String> put(String name, String plaintext) {
    secrets.put(name, plaintext);
    return find(name).orElseThrow();
  }

  @Override
  public Optional<Value.Secret<String>> find(String name) {
    return Optional.ofNullable(secrets.get(name))
        .map(text -> new Value.Secret<>(name, Integer.toHexString(text.hashCode())));
  }

  @Override
  public Optional<String> fingerprint(String name, String plaintext) {
    return Optional.of(Integer.toHexString(plaintext.hashCode()));
  }

  @Override
  public String reveal(String name) {
    return Optional.ofNullable(secrets.get(name))
        .orElseThrow(
            () ->
                Diagnostic.environment("SECRET-MISSING", "A secret is missing", name, "Put it.")
                    .asException());
  }

  @Override
  public void deleteAll(String prefix) {
    secrets.keySet().removeIf(name -> name.startsWith(prefix));
  }

  @Override
  public void delete(String name) {
    secrets.remove(name);
  }

  public boolean isEmpty() {
    return secrets.isEmpty();
  }
}
