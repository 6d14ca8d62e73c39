package dev.slipway.local.certificate;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Optional;

/**
 * A server certificate as it was found.
 *
 * @param dnsNames lower case, sorted
 * @param addresses in the form that Java prints, sorted
 * @param authorityKey the key that signed it, as the secret store knew it then
 * @param signedByAuthority whether the authority's certificate, as it is now, verifies it
 */
public record CertificateObserved(
    Issued issued,
    List<String> dnsNames,
    List<String> addresses,
    Optional<Value.Secret<String>> authorityKey,
    boolean signedByAuthority)
    implements Observed {
  public CertificateObserved {
    dnsNames = List.copyOf(dnsNames);
    addresses = List.copyOf(addresses);
  }

  @Override
  public Attributes attributes() {
    return issued.attributes();
  }

  @Override
  public Ownership ownership() {
    return issued.ownership();
  }
}
