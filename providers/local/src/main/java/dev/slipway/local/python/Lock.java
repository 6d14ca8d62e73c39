package dev.slipway.local.python;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Pinned requirements, seen from outside. */
final class Lock {
  private static final Pattern PINNED =
      Pattern.compile("(?m)^[A-Za-z0-9][A-Za-z0-9._-]*(\\[[^\\]]*])?\\s*==");

  private Lock() {}

  /** SHA-256 of texts, each ended so that none runs into the next; lower-case hexadecimal. */
  static String hash(String... texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String text : texts) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException failure) {
      throw new IllegalStateException("every Java has SHA-256", failure);
    }
  }

  /** How many pins there are, those for other platforms and versions of Python among them. */
  static int pins(String requirements) {
    return (int) PINNED.matcher(requirements).results().count();
  }
}
