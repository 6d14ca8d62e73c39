package dev.slipway.engine.journal;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the journal knows of one resource.
 *
 * @param spec what it was last made to be, as a tree with references resolved
 * @param dependencies what it needed when it was last made
 * @param token of the last call
 */
public record ResourceState(
    ResourceId id,
    Phase phase,
    Map<String, Object> spec,
    Attributes attributes,
    List<ResourceId> dependencies,
    Removal removal,
    String token) {

  /** How far the last call is known to have come. */
  public enum Phase {
    /** A creation was begun; whether it happened is seen by looking. */
    CREATING,
    /** It is there. */
    PRESENT,
    /** A change was begun; whether it happened is seen by looking. */
    UPDATING,
    /** A deletion was begun; whether it happened is seen by looking. */
    DELETING
  }

  public ResourceState {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(attributes, "attributes");
    dependencies = List.copyOf(dependencies);
    Objects.requireNonNull(removal, "removal");
    Objects.requireNonNull(token, "token");
  }

  ResourceState in(Phase phase) {
    return new ResourceState(id, phase, spec, attributes, dependencies, removal, token);
  }

  ResourceState present(Attributes attributes) {
    return new ResourceState(id, Phase.PRESENT, spec, attributes, dependencies, removal, token);
  }
}
