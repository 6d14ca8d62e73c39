package dev.slipway.local.certificate;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The names in a certificate. */
final class Names {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  private Names() {}

  static Optional<String> commonName(X509Certificate certificate) {
    RDN[] names =
        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
            .getRDNs(BCStyle.CN);
    return names.length == 0
        ? Optional.empty()
        : Optional.of(names[0].getFirst().getValue().toString());
  }

  static List<String> dns(X509Certificate certificate) {
    return normalDns(alternatives(certificate, DNS));
  }

  static List<String> addresses(X509Certificate certificate) {
    return normalAddresses(alternatives(certificate, ADDRESS));
  }

  static List<String> normalDns(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).sorted().toList();
  }

  static List<String> normalAddresses(List<String> addresses) {
    return addresses.stream()
        .map(address -> InetAddress.ofLiteral(address).getHostAddress())
        .sorted()
        .toList();
  }

  private static List<String> alternatives(X509Certificate certificate, int kind) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> name.getFirst().equals(kind))
              .map(name -> (String) name.get(1))
              .toList();
    } catch (CertificateParsingException _) {
      return List.of();
    }
  }
}
