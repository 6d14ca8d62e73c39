package dev.slipway.engine.resource;

import java.util.List;
import java.util.Objects;

/**
 * A resource that the stack wants.
 *
 * @param after resources that must be there first although the spec holds no reference to them; for
 *     the rare case that data doesn't show
 * @param removal what becomes of it when it leaves the stack
 */
public record Resource<S extends Spec>(
    ResourceId id, S spec, List<ResourceId> after, Removal removal) {
  public Resource {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(spec, "spec");
    after = List.copyOf(after);
    Objects.requireNonNull(removal, "removal");
  }

  public static <S extends Spec> Resource<S> of(ResourceId id, S spec) {
    return new Resource<>(id, spec, List.of(), Removal.DELETE);
  }

  public Resource<S> after(ResourceId... others) {
    return new Resource<>(id, spec, List.of(others), removal);
  }

  public Resource<S> onRemoval(Removal removal) {
    return new Resource<>(id, spec, after, removal);
  }

  public Resource<S> withSpec(S spec) {
    return new Resource<>(id, spec, after, removal);
  }
}
