package dev.slipway.local.directory;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.secret.SecretStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A call as the engine gives it, which remembers what was told to the user. */
public final class RecordingCall implements Call {
  private final String owner;
  private final String token;
  private final SecretStore secrets;
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private volatile boolean cancelled;

  public RecordingCall(String owner, String token, SecretStore secrets) {
    this.owner = owner;
    this.token = token;
    this.secrets = secrets;
  }

  /** A call of the stack {@code demo} without a secret store. */
  public static RecordingCall of(String token) {
    return new RecordingCall("demo-1a2b", token, null);
  }

  public List<String> messages() {
    return messages;
  }

  public void cancel() {
    cancelled = true;
  }

  @Override
  public String stack() {
    return "demo";
  }

  @Override
  public String owner() {
    return owner;
  }

  @Override
  public String token() {
    return token;
  }

  @Override
  public SecretStore secrets() {
    return secrets;
  }

  @Override
  public void progress(String message) {
    messages.add(message);
  }

  @Override
  public void progress(double fraction, String message) {
    if (fraction < 0 || fraction > 1) {
      throw new IllegalArgumentException("not a fraction: " + fraction);
    }
    messages.add(message);
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
