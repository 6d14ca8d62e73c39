package dev.slipway.local.certificate;

import dev.slipway.engine.provider.Call;

/** A call on behalf of a stack with the given ownership mark. */
public record TestCall(String owner, MemorySecrets secrets) implements Call {
  @Override
  public String stack() {
    return "test";
  }

  @Override
  public String token() {
    return "token";
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
