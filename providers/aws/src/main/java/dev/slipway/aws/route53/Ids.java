package dev.slipway.aws.route53;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids as Route 53 gives and takes them. */
public final class Ids {
  private Ids() {}

  /** An id without the kind before it, as in {@code /hostedzone/Z123}. */
  public static String bare(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** A short text that stands for a longer one: 16 hexadecimal digits. */
  public static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
