package dev.slipway.local.certificate;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;

/**
 * A server certificate signed by an authority of the stack. Attributes: {@code certificate-file}
 * (PEM, absolute path), {@code certificate} (the PEM text), {@code key} (secret, PEM), {@code
 * not-after} (ISO 8601 instant).
 *
 * @param authorityFile the authority's {@code certificate-file}
 * @param authorityKey the authority's {@code key}
 * @param dnsNames subject alternative names; the first is the common name too
 * @param addresses IP addresses among the subject alternative names
 */
public record CertificateSpec(
    Value<String> authorityFile,
    Value<String> authorityKey,
    List<String> dnsNames,
    List<String> addresses)
    implements Spec {
  public static final String TYPE = "local.certificate";

  public CertificateSpec {
    dnsNames = List.copyOf(dnsNames);
    addresses = List.copyOf(addresses);
  }
}
