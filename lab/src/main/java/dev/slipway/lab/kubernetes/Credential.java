package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate and its key.
 *
 * @param authority that issued it
 */
public record Credential(X509Certificate certificate, PrivateKey key, X509Certificate authority) {
  /** The certificate, as PEM. */
  public String certificatePem() {
    return pem(certificate);
  }

  /** Its key, as PEM. */
  public String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** The certificate of the authority, as PEM. */
  public String authorityPem() {
    return pem(authority);
  }

  /** Writes {@code <name>.crt} and {@code <name>.key}. */
  void write(Path folder, String name) {
    try {
      Files.writeString(folder.resolve(name + ".crt"), certificatePem());
      Files.writeString(folder.resolve(name + ".key"), keyPem());
    } catch (IOException e) {
      throw new LabException(name + " can't be written to " + folder, e);
    }
  }

  /** TLS in which this side shows the certificate, and trusts its authority only. */
  public SSLContext tls() {
    return context(true);
  }

  /** TLS in which this side shows nothing, and trusts the authority only. */
  SSLContext trust() {
    return context(false);
  }

  private SSLContext context(boolean shows) {
    try {
      KeyStore own = KeyStore.getInstance("PKCS12");
      own.load(null, null);
      if (shows) {
        own.setKeyEntry("own", key, new char[0], new X509Certificate[] {certificate});
      }
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, new char[0]);
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", authority);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new LabException("TLS can't be set up", e);
    }
  }

  private static String pem(String type, byte[] content) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
  }

  private static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new LabException("a certificate can't be written", e);
    }
  }
}
