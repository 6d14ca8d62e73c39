package dev.slipway.engine.journal;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One line of the journal: something that was about to happen, or that happened. */
public sealed interface Entry {

  /**
   * The journal was begun.
   *
   * @param lineage random, tells this journal from every other
   */
  record Opened(String lineage, String stack, String version, Instant at) implements Entry {}

  /**
   * A run of a plan was begun.
   *
   * @param command what the user asked for, for example {@code up}
   * @param actor who asked: user, host and process
   */
  record Began(String command, String actor, Instant at) implements Entry {}

  /** What a call is about to do. */
  enum Action {
    CREATE,
    UPDATE,
    DELETE
  }

  /**
   * A call is about to be made; durable before it is.
   *
   * @param spec as a tree, with references resolved and secrets as fingerprints; empty for a
   *     deletion
   * @param token idempotency token of the call
   */
  record Started(
      ResourceId id,
      Action action,
      Map<String, Object> spec,
      List<ResourceId> dependencies,
      Removal removal,
      String token)
      implements Entry {}

  /** The resource exists as its spec says; it may not be current yet. */
  record Called(ResourceId id, Attributes attributes) implements Entry {}

  /** The resource exists as its spec says and is current. */
  record Finished(ResourceId id, Attributes attributes) implements Entry {}

  /** The resource is gone. */
  record Deleted(ResourceId id) implements Entry {}

  /**
   * A call was refused or its outcome isn't known; what is true is seen by looking.
   *
   * @param code of the diagnostic
   */
  record Failed(ResourceId id, String code, String message) implements Entry {}

  /** A resource that was found, or that has changed without a call, as it is now. */
  record Noted(
      ResourceId id,
      Map<String, Object> spec,
      Attributes attributes,
      List<ResourceId> dependencies,
      Removal removal)
      implements Entry {}

  /** The resource is no longer ours to manage. */
  record Forgot(ResourceId id, String because) implements Entry {}

  /**
   * A run came to its end.
   *
   * @param outcome {@code done}, {@code failed} or {@code cancelled}
   */
  record Ended(String outcome, Instant at) implements Entry {}
}
