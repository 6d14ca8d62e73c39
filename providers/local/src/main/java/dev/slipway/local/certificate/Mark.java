package dev.slipway.local.certificate;

/**
 * What is to be known of a certificate file that it can't say itself.
 *
 * @param owner the stack's ownership mark
 * @param authorityFile file of the authority that signed it; empty text for an authority
 * @param authorityKey name of that authority's key in the secret store; empty text likewise
 * @param authorityKeyFingerprint the key's fingerprint at that time; empty text likewise
 */
record Mark(
    String owner, String authorityFile, String authorityKey, String authorityKeyFingerprint) {
  static Mark ofAuthority(String owner) {
    return new Mark(owner, "", "", "");
  }

  /** Whether it belongs to a certificate that an authority signed. */
  boolean signed() {
    return !authorityFile.isEmpty();
  }
}
