package dev.slipway.local.certificate;

import dev.slipway.engine.resource.Spec;

/**
 * A certificate authority of the stack's own. Attributes: {@code certificate-file} (PEM, absolute
 * path), {@code certificate} (the PEM text), {@code key} (secret, PEM), {@code not-after} (ISO 8601
 * instant).
 *
 * @param commonName of the authority
 */
public record AuthoritySpec(String commonName) implements Spec {
  public static final String TYPE = "local.authority";
}
