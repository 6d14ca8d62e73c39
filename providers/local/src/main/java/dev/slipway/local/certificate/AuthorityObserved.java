package dev.slipway.local.certificate;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;

/** An authority as it was found. */
public record AuthorityObserved(Issued issued) implements Observed {
  @Override
  public Attributes attributes() {
    return issued.attributes();
  }

  @Override
  public Ownership ownership() {
    return issued.ownership();
  }
}
