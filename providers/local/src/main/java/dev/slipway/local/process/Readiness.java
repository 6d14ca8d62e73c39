package dev.slipway.local.process;

import dev.slipway.engine.resource.Value;

/** How to see that a process serves. */
public sealed interface Readiness {
  /**
   * It accepts TCP connections on loopback.
   *
   * @param port decimal number
   */
  record Tcp(Value<String> port) implements Readiness {}

  /**
   * It answers {@code GET path} with a 2xx status on loopback.
   *
   * @param port decimal number
   * @param path with leading slash
   * @param caFile certificate authority to trust, for HTTPS; empty text for plain HTTP
   */
  record Http(Value<String> port, String path, Value<String> caFile) implements Readiness {}
}
