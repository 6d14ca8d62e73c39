package dev.slipway.aws.route53;

/** Ids as Route 53 gives and takes them. */
public final class Ids {
  private Ids() {}

  /** An id without the kind before it, as in {@code /hostedzone/Z123}. */
  public static String bare(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
