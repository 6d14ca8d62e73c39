package dev.slipway.local.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Checks who calls, in the forms and with the answers of Milvus's own proxy. */
final class Authentication {
  private static final String BASIC = "basic ";
  private static final String BEARER = "bearer ";

  private final Credentials credentials;

  Authentication(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * Checks a gRPC call, whose {@code authorization} metadata is the Base64 of {@code
   * user:password}.
   *
   * @return why the call is refused, in Milvus's words; empty if it may pass
   */
  Optional<String> refuseGrpc(Optional<String> authorization) {
    if (authorization.isEmpty()) {
      return Optional.of("missing authorization in header");
    }
    Optional<String> token = decode(authorization.get());
    if (token.isEmpty()) {
      return Optional.of("invalid token format");
    }
    if (token.get().indexOf(':') < 0) {
      return Optional.of("auth check failure, please check api key is correct");
    }
    return matches(token.get())
        ? Optional.empty()
        : Optional.of("auth check failure, please check username and password are correct");
  }

  /**
   * Checks a plain HTTP request: {@code Basic} with the Base64 of {@code user:password}, or {@code
   * Bearer} with {@code user:password} as it is.
   */
  boolean acceptsHttp(Optional<String> authorization) {
    String value = authorization.orElse("");
    String scheme = value.toLowerCase(Locale.ROOT);
    if (scheme.startsWith(BASIC)) {
      return decode(value.substring(BASIC.length()).strip()).map(this::matches).orElse(false);
    }
    return matches(scheme.startsWith(BEARER) ? value.substring(BEARER.length()) : value);
  }

  private boolean matches(String token) {
    int colon = token.indexOf(':');
    return colon >= 0 && credentials.match(token.substring(0, colon), token.substring(colon + 1));
  }

  private static Optional<String> decode(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
