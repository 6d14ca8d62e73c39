package dev.slipway.local.process;

/** What became of asking a process whether it serves. */
public sealed interface Probe {
  /** It serves. */
  record Ready() implements Probe {}

  /** It doesn't; {@code reason} says why, for example {@code port 19530 does not answer yet}. */
  record NotReady(String reason) implements Probe {}

  /**
   * Another process has taken its port.
   *
   * @param holder that process, for a reader
   */
  record Held(int port, String holder) implements Probe {
    String reason() {
      return "port " + port + " is held by another process, " + holder;
    }
  }
}
