package dev.slipway.local.certificate;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.ResourceId;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import java.util.Optional;

/** Elliptic-curve keys on P-256, which every TLS library accepts. */
final class Keys {
  static final String SIGNATURE = "SHA256withECDSA";

  private Keys() {}

  static KeyPair generate() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** Whether the two belong together: what one signs, the other verifies. */
  static boolean fit(PrivateKey privateKey, PublicKey publicKey) {
    try {
      byte[] challenge = new byte[32];
      new SecureRandom().nextBytes(challenge);
      Signature signer = Signature.getInstance(SIGNATURE);
      signer.initSign(privateKey);
      signer.update(challenge);
      Signature verifier = Signature.getInstance(SIGNATURE);
      verifier.initVerify(publicKey);
      verifier.update(challenge);
      return verifier.verify(signer.sign());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /** SHA-256 of the public key, in hexadecimal. */
  static String fingerprint(PublicKey key) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /**
   * The key that a certificate has already, so that renewing it changes no key; a new one, put into
   * the secret store, if there is none that can be used.
   */
  static KeyPair keep(CertificateFile file, Call call) throws GeneralSecurityException {
    Optional<X509Certificate> certificate = file.certificate();
    Optional<PrivateKey> key =
        call.secrets().find(file.keyName()).flatMap(s -> Pem.key(call.secrets().reveal(s.name())));
    if (certificate.isPresent()
        && key.isPresent()
        && fit(key.get(), certificate.get().getPublicKey())) {
      return new KeyPair(certificate.get().getPublicKey(), key.get());
    }
    KeyPair fresh = generate();
    call.secrets().put(file.keyName(), Pem.write(fresh.getPrivate()));
    return fresh;
  }

  static DiagnosticException bug(ResourceId id, GeneralSecurityException cause) {
    return Diagnostic.bug(
            "CERTIFICATE-NOT-ISSUED",
            "A certificate could not be issued",
            id + " could not be issued: " + cause + ".")
        .asException(cause);
  }
}
