package dev.slipway.aws.secretsmanager.secret;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Optional;

/**
 * A secret that exists.
 *
 * @param fingerprint of its value, if Slipway was the last to set it
 * @param scheduled whether it is to be deleted by itself some day
 */
record SecretObserved(
    String arn, String name, Optional<String> fingerprint, boolean scheduled, Marked tags)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("arn", arn, "name", name);
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
