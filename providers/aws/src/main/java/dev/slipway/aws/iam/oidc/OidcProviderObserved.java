package dev.slipway.aws.iam.oidc;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;
import java.util.Optional;

/**
 * An OIDC provider that exists.
 *
 * @param issuer as {@code https://…}
 * @param clients for whom tokens may be made out
 */
record OidcProviderObserved(String arn, String issuer, List<String> clients, Marked tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("arn", arn, "issuer", issuer);
  }

  @Override
  public Ownership ownership() {
    return tags.ownership();
  }

  @Override
  public Optional<String> holder() {
    return tags.holder();
  }
}
