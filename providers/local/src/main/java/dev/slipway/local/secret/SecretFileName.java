package dev.slipway.local.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** File names for secrets: safe on every file system, also where case doesn't count. */
final class SecretFileName {
  static final String SUFFIX = ".secret";

  private static final int LONGEST = 200;

  private SecretFileName() {}

  static String of(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
      if (plain || (b == '.' && !encoded.isEmpty())) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HexFormat.of().toHexDigits(b));
      }
    }
    return (encoded.length() <= LONGEST ? encoded.toString() : "~" + hash(name)) + SUFFIX;
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
