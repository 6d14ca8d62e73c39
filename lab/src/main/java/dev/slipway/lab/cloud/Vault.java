package dev.slipway.lab.cloud;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.secret.SecretStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The simulated cloud's secret store. */
public final class Vault implements SecretStore {
  private final Map<String, String> plaintexts = new ConcurrentHashMap<>();

  @Override
  public Value.Secret<String> put(String name, String plaintext) {
    plaintexts.put(name, plaintext);
    return secret(name, plaintext);
  }

  @Override
  public Optional<Value.Secret<String>> find(String name) {
    return Optional.ofNullable(plaintexts.get(name)).map(plaintext -> secret(name, plaintext));
  }

  @Override
  public Optional<String> fingerprint(String name, String plaintext) {
    return Optional.of(secret(name, plaintext).fingerprint());
  }

  private static Value.Secret<String> secret(String name, String plaintext) {
    return new Value.Secret<>(name, Integer.toHexString(plaintext.hashCode()));
  }

  @Override
  public String reveal(String name) {
    return find(name)
        .map(_ -> plaintexts.get(name))
        .orElseThrow(
            () ->
                Diagnostic.user("SIM-NO-SECRET", "There is no such secret", name, "Make it.")
                    .asException());
  }

  @Override
  public void deleteAll(String prefix) {
    plaintexts.keySet().removeIf(name -> name.startsWith(prefix));
  }

  @Override
  public void delete(String name) {
    plaintexts.remove(name);
  }

  /** Every plaintext that it holds. */
  public List<String> plaintexts() {
    return List.copyOf(plaintexts.values());
  }
}
