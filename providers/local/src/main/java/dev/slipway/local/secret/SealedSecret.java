package dev.slipway.local.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A secret under AES-256-GCM: a header that tells the format, a random nonce, the ciphertext with
 * its tag. The secret's name is authenticated with it, so that files can't be swapped.
 */
final class SealedSecret {
  private static final byte[] HEADER = "slipway-secret 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedSecret() {}

  static byte[] seal(SecretKeys keys, String name, String plaintext) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys, name, nonce)
              .doFinal(plaintext.getBytes(StandardCharsets.UTF_8));
      byte[] whole = Arrays.copyOf(HEADER, HEADER.length + NONCE_BYTES + sealed.length);
      System.arraycopy(nonce, 0, whole, HEADER.length, NONCE_BYTES);
      System.arraycopy(sealed, 0, whole, HEADER.length + NONCE_BYTES, sealed.length);
      return whole;
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("every Java has AES-GCM", failure);
    }
  }

  /**
   * @throws AEADBadTagException if these bytes were not sealed with these keys under this name
   */
  static String open(SecretKeys keys, String name, byte[] whole) throws AEADBadTagException {
    int start = HEADER.length + NONCE_BYTES;
    if (whole.length < start || !Arrays.equals(HEADER, Arrays.copyOf(whole, HEADER.length))) {
      throw new AEADBadTagException("not a sealed secret");
    }
    byte[] nonce = Arrays.copyOfRange(whole, HEADER.length, start);
    try {
      return new String(
          cipher(Cipher.DECRYPT_MODE, keys, name, nonce)
              .doFinal(whole, start, whole.length - start),
          StandardCharsets.UTF_8);
    } catch (AEADBadTagException failure) {
      throw failure;
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("every Java has AES-GCM", failure);
    }
  }

  private static Cipher cipher(int mode, SecretKeys keys, String name, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.encryption(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
