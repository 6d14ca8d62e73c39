package dev.slipway.local.certificate;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Where a certificate stands in its life. */
public enum Lifetime {
  VALID,
  /** Valid still, but to be renewed now. */
  RENEWAL_DUE,
  EXPIRED;

  private static final Duration RENEW_BEFORE_END = Duration.ofDays(30);

  static Lifetime of(X509Certificate certificate, Clock clock) {
    Instant end = certificate.getNotAfter().toInstant();
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      return EXPIRED;
    }
    return now.plus(RENEW_BEFORE_END).isAfter(end) ? RENEWAL_DUE : VALID;
  }
}
