package dev.slipway.aws.acm;

import java.util.Set;

/** ACM's words for how a certificate is (the API's CertificateStatus). */
public final class Certificates {
  public static final String ISSUED = "ISSUED";
  public static final String PENDING = "PENDING_VALIDATION";

  /** What a service answers that knows no such certificate. */
  public static final String ABSENT = "ResourceNotFoundException";

  private static final Set<String> LOST =
      Set.of("FAILED", "VALIDATION_TIMED_OUT", "EXPIRED", "REVOKED");

  private Certificates() {}

  /** Whether a certificate will never be of use again. */
  public static boolean isLost(String status) {
    return LOST.contains(status);
  }
}
