package dev.slipway.engine.plan;

import dev.slipway.engine.resource.ResourceId;

/**
 * Names a step of a plan: a resource and what is done to it. A replacement is two steps, the
 * deletion and the creation.
 */
public record StepId(ResourceId resource, Verb verb) implements Comparable<StepId> {
  /** What a step does. */
  public enum Verb {
    DELETE,
    FORGET,
    CREATE,
    UPDATE,
    KEEP
  }

  @Override
  public int compareTo(StepId other) {
    int byResource = resource.compareTo(other.resource);
    return byResource != 0 ? byResource : verb.compareTo(other.verb);
  }

  @Override
  public String toString() {
    return verb.name().toLowerCase(java.util.Locale.ROOT) + " " + resource;
  }
}
