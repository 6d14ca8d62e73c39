package dev.slipway.aws.account;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;

/**
 * Where the credentials of now lead.
 *
 * @param id the account
 * @param caller who asks, as an ARN
 */
record AccountObserved(String id, String region, String caller) implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("id", id, "region", region);
  }
}
