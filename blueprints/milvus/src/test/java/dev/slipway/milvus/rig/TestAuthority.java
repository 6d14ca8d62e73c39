package dev.slipway.milvus.rig;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for one test. */
public final class TestAuthority {
  private final Path folder;
  private final X500Name name = new X500Name("CN=Test authority");
  private final KeyPair keys;
  private final Path file;

  /**
   * @param folder where its files are written
   */
  public TestAuthority(Path folder) throws Exception {
    this.folder = Files.createDirectories(folder);
    this.keys = newKeys();
    this.file = folder.resolve("ca.pem");
    X509CertificateHolder certificate =
        sign(name, keys, new GeneralNames(new GeneralName(name)), true);
    Files.writeString(file, pem(certificate));
  }

  /** Its certificate. */
  public Path file() {
    return file;
  }

  /** A server's certificate and private key, as PEM files. */
  public record Issued(Path certificate, Path key) {}

  /** Issues a certificate for one DNS name. */
  public Issued issue(String dnsName) throws Exception {
    KeyPair server = newKeys();
    Path certificate = folder.resolve(dnsName + ".pem");
    Path key = folder.resolve(dnsName + ".key");
    GeneralNames names = new GeneralNames(new GeneralName(GeneralName.dNSName, dnsName));
    Files.writeString(certificate, pem(sign(new X500Name("CN=" + dnsName), server, names, false)));
    Files.writeString(
        key, pem(new org.bouncycastle.openssl.jcajce.JcaPKCS8Generator(server.getPrivate(), null)));
    return new Issued(certificate, key);
  }

  private X509CertificateHolder sign(
      X500Name subject, KeyPair subjectKeys, GeneralNames names, boolean authority)
      throws OperatorCreationException, IOException {
    PrivateKey signer = keys.getPrivate();
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(System.nanoTime()),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(Duration.ofHours(1))),
            subject,
            subjectKeys.getPublic())
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
        .addExtension(Extension.subjectAlternativeName, false, names)
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer));
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }
}
