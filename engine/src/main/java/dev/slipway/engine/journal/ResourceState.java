package dev.slipway.engine.journal;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the journal knows of one resource.
 *
 * @param spec what it was last made to be, as a tree with references resolved
 * @param dependencies what it needed when it was last made
 * @param former what it may still need, because a call that was to change that isn't known to have
 *     ended well
 * @param token of the last call
 */
public record ResourceState(
    ResourceId id,
    Phase phase,
    Map<String, Object> spec,
    Attributes attributes,
    List<ResourceId> dependencies,
    List<ResourceId> former,
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
    former = List.copyOf(former);
    Objects.requireNonNull(removal, "removal");
    Objects.requireNonNull(token, "token");
  }

  ResourceState in(Phase phase) {
    return new ResourceState(id, phase, spec, attributes, dependencies, former, removal, token);
  }

  /** What must not be removed before it: everything that it needs or may still need. */
  public List<ResourceId> needs() {
    return former.isEmpty()
        ? dependencies
        : Stream.concat(dependencies.stream(), former.stream()).distinct().sorted().toList();
  }

  ResourceState present(Attributes attributes) {
    return new ResourceState(
        id, Phase.PRESENT, spec, attributes, dependencies, List.of(), removal, token);
  }
}
