package dev.slipway.local.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** File names for secrets: safe on every file system, also where case doesn't count. */
final class SecretFileName {
  static final String SUFFIX = ".secret";

  private static final int LONGEST = 200;

  /** How much of a longer name stays readable. */
  private static final int BEGINNING = 100;

  private SecretFileName() {}

  static String of(String name) {
    String encoded = encoded(name);
    return (encoded.length() <= LONGEST
            ? encoded
            : encoded.substring(0, BEGINNING) + "~" + hash(name))
        + SUFFIX;
  }

  /** Whether a file may hold a secret whose name begins so. */
  static boolean begins(String file, String prefix) {
    String encoded = encoded(prefix);
    return file.startsWith(encoded.substring(0, Math.min(encoded.length(), BEGINNING)));
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
      if (plain || (b == '.' && !encoded.isEmpty())) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HexFormat.of().toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static String hash(String name) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("every Java has SHA-256", failure);
    }
  }
}
