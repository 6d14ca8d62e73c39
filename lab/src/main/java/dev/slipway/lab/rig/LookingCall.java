package dev.slipway.lab.rig;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.secret.SecretStore;

/** A call for looking. */
public record LookingCall(String stack, String owner, SecretStore secrets) implements Call {
  @Override
  public String token() {
    throw new IllegalStateException("a call that only looks has no token");
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
