package dev.slipway.milvus.proof;

import java.time.Duration;

/**
 * What a client of a Milvus must bring.
 *
 * @param tls whether it connects over TLS, checking the certificate
 * @param authentication whether it needs a user name and a password
 * @param patience how long it may take until the address leads somewhere; a cloud's load balancer
 *     isn't there yet when its name is
 */
public record Access(boolean tls, boolean authentication, Duration patience) {
  /** TLS, user name and password, at once. */
  public static final Access FULL = new Access(true, true, Duration.ZERO);
}
