package dev.slipway.local.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The keys derived from a stack's key: one encrypts, the other makes fingerprints.
 *
 * @param encryption for AES-256-GCM
 * @param fingerprint for HMAC-SHA-256
 */
record SecretKeys(SecretKey encryption, SecretKey fingerprint) {
  /** Length of a stack's key in bytes. */
  static final int LENGTH = 32;

  private static final int FINGERPRINT_BYTES = 16;

  static SecretKeys derive(byte[] stackKey) {
    return new SecretKeys(
        derive(stackKey, "slipway secret encryption", "AES"),
        derive(stackKey, "slipway secret fingerprint", "HmacSHA256"));
  }

  /** Keyed hash of a secret, different for the same text under another name. */
  String fingerprint(String name, String plaintext) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(fingerprint);
      mac.update(name.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] hash = mac.doFinal(plaintext.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("every Java has HmacSHA256", failure);
    }
  }

  private static SecretKey derive(byte[] stackKey, String purpose, String algorithm) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              algorithm,
              HKDFParameterSpec.ofExtract()
                  .addIKM(stackKey)
                  .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), LENGTH));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("every Java 25 has HKDF-SHA256", failure);
    }
  }
}
