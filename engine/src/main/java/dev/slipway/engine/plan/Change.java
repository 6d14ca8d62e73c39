package dev.slipway.engine.plan;

import dev.slipway.engine.plan.StepId.Verb;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import java.util.Map;

/** What a plan does about one resource. */
public sealed interface Change {
  ResourceId id();

  Verb verb();

  /**
   * It will be made.
   *
   * @param resource with references that are not known yet
   * @param replacement whether it takes the place of one that another step deletes
   */
  record Create(Resource<?> resource, boolean replacement) implements Change {
    @Override
    public ResourceId id() {
      return resource.id();
    }

    @Override
    public Verb verb() {
      return Verb.CREATE;
    }
  }

  /**
   * It will be changed in place.
   *
   * @param diff what was promised to change, field by field
   */
  record Update(Resource<?> resource, Diff diff) implements Change {
    @Override
    public ResourceId id() {
      return resource.id();
    }

    @Override
    public Verb verb() {
      return Verb.UPDATE;
    }
  }

  /**
   * It will be removed.
   *
   * @param spec what it was last made to be, as a tree
   * @param because why: it left the stack, the stack goes down, or it is replaced
   */
  record Delete(ResourceId id, Map<String, Object> spec, Attributes attributes, Reason because)
      implements Change {
    /** Why a resource is removed. */
    public enum Reason {
      /** It left the stack, or the whole stack goes down. */
      REMOVED,
      /** Something of it changes that can't be changed in place. */
      REPLACED
    }

    @Override
    public Verb verb() {
      return Verb.DELETE;
    }
  }

  /**
   * It stays as it is.
   *
   * @param attributes as they are now
   * @param waits whether it isn't current yet and is waited for
   * @param noted whether the journal learns something: that it was found, or what has changed of it
   *     without us
   */
  record Keep(Resource<?> resource, Attributes attributes, boolean waits, boolean noted)
      implements Change {
    @Override
    public ResourceId id() {
      return resource.id();
    }

    @Override
    public Verb verb() {
      return Verb.KEEP;
    }
  }

  /**
   * It is no longer managed, and nothing is done to it.
   *
   * @param removal {@code KEEP} if it is left because it holds data, {@code DELETE} if it is gone
   *     already
   */
  record Forget(ResourceId id, Attributes attributes, Removal removal) implements Change {
    @Override
    public Verb verb() {
      return Verb.FORGET;
    }
  }
}
