package dev.slipway.local.process;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.secret.SecretStore;

/** A call of a stack that has no secrets and isn't cancelled. */
public record TestCall(String owner) implements Call {
  @Override
  public String stack() {
    return "test";
  }

  @Override
  public String token() {
    return "token";
  }

  @Override
  public SecretStore secrets() {
    throw new UnsupportedOperationException("no secret is needed here");
  }

  @Override
  public void progress(String message) {}

  @Override
  public void progress(double fraction, String message) {}

  @Override
  public boolean cancelled() {
    return false;
  }
}
