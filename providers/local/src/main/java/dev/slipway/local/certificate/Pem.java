package dev.slipway.local.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificates and private keys as PEM text. */
final class Pem {
  private Pem() {}

  static String write(X509Certificate certificate) throws GeneralSecurityException {
    return write("CERTIFICATE", certificate.getEncoded());
  }

  /** As unencrypted PKCS #8. */
  static String write(PrivateKey key) {
    return write("PRIVATE KEY", key.getEncoded());
  }

  /** The first certificate of the text, if there is one that can be read. */
  static Optional<X509Certificate> certificate(String text) {
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      return parser.readObject() instanceof X509CertificateHolder holder
          ? Optional.of(new JcaX509CertificateConverter().getCertificate(holder))
          : Optional.empty();
    } catch (IOException | GeneralSecurityException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /** The private key of the text, if there is one that can be read. */
  static Optional<PrivateKey> key(String text) {
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      return parser.readObject() instanceof PrivateKeyInfo info
          ? Optional.of(new JcaPEMKeyConverter().getPrivateKey(info))
          : Optional.empty();
    } catch (IOException | RuntimeException _) {
      return Optional.empty();
    }
  }

  private static String write(String type, byte[] content) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return text.toString();
  }
}
