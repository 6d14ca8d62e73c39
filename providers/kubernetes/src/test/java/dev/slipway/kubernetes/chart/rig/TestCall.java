package dev.slipway.kubernetes.chart.rig;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.secret.SecretStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A call with secrets in memory. */
public final class TestCall implements Call, SecretStore {
  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  @Override
  public String stack() {
    return "demo";
  }

  @Override
  public String owner() {
    return "demo-00000000";
  }

  @Override
  public String token() {
    return "";
  }

  @Override
  public SecretStore secrets() {
    return this;
  }

  @Override
  public void progress(String message) {}

  @Override
  public void progress(double fraction, String message) {}

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public Value.Secret<String> put(String name, String plaintext) {
    secrets.put(name, plaintext);
    return new Value.Secret<>(name, Integer.toHexString(plaintext.hashCode()));
  }

  @Override
  public Optional<Value.Secret<String>> find(String name) {
    return Optional.ofNullable(secrets.get(name))
        .map(text -> new Value.Secret<>(name, Integer.toHexString(text.hashCode())));
  }

  @Override
  public String reveal(String name) {
    return secrets.get(name);
  }

  @Override
  public void delete(String name) {
    secrets.remove(name);
  }

  @Override
  public void deleteAll(String prefix) {
    secrets.keySet().removeIf(name -> name.startsWith(prefix));
  }
}
