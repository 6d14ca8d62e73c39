package dev.slipway.local.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes X.509 certificates (RFC 5280) that OpenSSL, Python and Java accept, also in strict mode.
 */
final class Issuing {
  static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3652);
  static final Duration SERVER_LIFETIME = Duration.ofDays(397);

  /** Certificates begin in the past, so that a clock that is a little late accepts them. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final int SERIAL_BITS = 127;

  private final Clock clock;

  Issuing(Clock clock) {
    this.clock = clock;
  }

  X509Certificate authority(String commonName, KeyPair keys) throws GeneralSecurityException {
    try {
      X500Name name = name(commonName);
      Instant end = begin().plus(AUTHORITY_LIFETIME);
      X509v3CertificateBuilder builder = builder(name, name, keys.getPublic(), end);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()));
      return sign(builder, keys.getPrivate());
    } catch (IOException | OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /** A server's certificate; ends no later than its authority. */
  X509Certificate server(
      List<String> dnsNames,
      List<String> addresses,
      PublicKey key,
      X509Certificate authority,
      PrivateKey authorityKey)
      throws GeneralSecurityException {
    try {
      Instant end = begin().plus(SERVER_LIFETIME);
      Instant last = authority.getNotAfter().toInstant();
      X509v3CertificateBuilder builder =
          builder(
              X500Name.getInstance(authority.getSubjectX500Principal().getEncoded()),
              name(dnsNames.getFirst()),
              key,
              end.isBefore(last) ? end : last);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.getPublicKey()));
      builder.addExtension(
          Extension.subjectAlternativeName, false, alternativeNames(dnsNames, addresses));
      return sign(builder, authorityKey);
    } catch (IOException | OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private Instant begin() {
    return clock.instant().minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS);
  }

  private X509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Instant end)
      throws GeneralSecurityException, IOException {
    BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
    return new JcaX509v3CertificateBuilder(
            issuer, serial, Date.from(begin()), Date.from(end), subject, key)
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder(Keys.SIGNATURE).build(key)));
  }

  private static X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, "Slipway")
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  private static GeneralNames alternativeNames(List<String> dnsNames, List<String> addresses) {
    List<GeneralName> names = new ArrayList<>();
    dnsNames.forEach(dns -> names.add(new GeneralName(GeneralName.dNSName, dns)));
    for (String address : addresses) {
      names.add(
          new GeneralName(GeneralName.iPAddress, InetAddress.ofLiteral(address).getHostAddress()));
    }
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }
}
