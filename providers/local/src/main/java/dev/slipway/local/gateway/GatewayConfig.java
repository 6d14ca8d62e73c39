package dev.slipway.local.gateway;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a gateway needs.
 *
 * @param listen where it accepts TLS connections; port 0 for any that is free
 * @param upstream the plaintext HTTP/2 back end
 * @param certificate file of the PEM chain, the server's certificate first
 * @param key gives the PEM text of the private key; asked again whenever the certificate file
 *     changes
 * @param credentials who is let through
 */
public record GatewayConfig(
    InetSocketAddress listen,
    InetSocketAddress upstream,
    Path certificate,
    Supplier<String> key,
    Credentials credentials) {
  public GatewayConfig {
    Objects.requireNonNull(listen, "listen");
    Objects.requireNonNull(upstream, "upstream");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(credentials, "credentials");
    if (listen.isUnresolved() || upstream.isUnresolved()) {
      throw new IllegalArgumentException("not addresses: " + listen + ", " + upstream);
    }
  }

  /** An address as it is shown to people. */
  static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
  }
}
