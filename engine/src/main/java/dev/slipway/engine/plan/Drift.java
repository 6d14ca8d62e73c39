package dev.slipway.engine.plan;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;

/** A difference that came without Slipway, between what the journal last knew and what is there. */
public sealed interface Drift {
  ResourceId id();

  /**
   * It is there and differs.
   *
   * @param diff before is what is there, after what it was made to be
   */
  record Changed(ResourceId id, Diff diff) implements Drift {}

  /** It isn't there any more. */
  record Gone(ResourceId id) implements Drift {}

  /** It is there but doesn't carry the stack's mark any more. */
  record Foreign(ResourceId id) implements Drift {}
}
