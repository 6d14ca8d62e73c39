package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate authority of one control plane. Its keys live in memory and in its folder. */
final class Pki {
  private static final Duration SKEW = Duration.ofHours(1);
  private static final Duration LIFETIME = Duration.ofDays(365);

  /** The first address of the service range, where pods find the API server. */
  private static final String KUBERNETES_SERVICE = "10.96.0.1";

  private final KeyPair keys = keys();
  private final X500Name name = new X500Name("CN=slipway-lab");
  private final X509Certificate authority;

  Pki() {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder = builder(name, keys, now.minus(SKEW), now.plus(LIFETIME));
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    } catch (CertIOException e) {
      throw new LabException("the lab's authority can't be made", e);
    }
    authority = sign(builder);
  }

  /** The authority with its own key, for the controller that signs requests. */
  Credential self() {
    return new Credential(authority, keys.getPrivate(), authority);
  }

  /** A user's or component's certificate, valid from now on. */
  Credential issue(String user, List<String> groups) {
    return issue(user, groups, Instant.now().plus(LIFETIME));
  }

  /**
   * A certificate for one user, which is also that of a server on loopback.
   *
   * @param user who it is to the API server
   * @param groups that the user is in, such as {@code system:masters}
   * @param end when it expires; in the past for one that has
   */
  Credential issue(String user, List<String> groups, Instant end) {
    return issue(user, groups, end, "localhost");
  }

  /** The certificate of a server with a name. */
  Credential issueServer(String dnsName) {
    return issue("server", List.of(), Instant.now().plus(LIFETIME), dnsName);
  }

  private Credential issue(String user, List<String> groups, Instant end, String dnsName) {
    X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
    groups.forEach(group -> subject.addRDN(BCStyle.O, group));
    subject.addRDN(BCStyle.CN, user);
    KeyPair own = keys();
    JcaX509v3CertificateBuilder builder =
        builder(subject.build(), own, end.minus(LIFETIME).minus(SKEW), end);
    try {
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth}));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName[] {
                new GeneralName(GeneralName.dNSName, dnsName),
                new GeneralName(GeneralName.dNSName, "kubernetes.default.svc"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.iPAddress, KUBERNETES_SERVICE)
              }));
    } catch (IOException e) {
      throw new LabException("a certificate for " + user + " can't be made", e);
    }
    return new Credential(sign(builder), own.getPrivate(), authority);
  }

  private JcaX509v3CertificateBuilder builder(
      X500Name subject, KeyPair own, Instant begin, Instant end) {
    return new JcaX509v3CertificateBuilder(
        name,
        new BigInteger(127, new SecureRandom()).add(BigInteger.ONE),
        Date.from(begin),
        Date.from(end),
        subject,
        own.getPublic());
  }

  private X509Certificate sign(JcaX509v3CertificateBuilder builder) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new LabException("a certificate can't be signed", e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new LabException("every Java runtime has P-256", e);
    }
  }
}
