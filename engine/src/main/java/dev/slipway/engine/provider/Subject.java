package dev.slipway.engine.provider;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import java.util.Objects;
import java.util.Optional;

/**
 * A resource to be looked up.
 *
 * @param spec what it should be or last was, if known; may hold references that aren't resolved
 * @param last what was seen of it last, if it was ever seen
 */
public record Subject<S extends Spec>(ResourceId id, Optional<S> spec, Optional<Attributes> last) {
  public Subject {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(last, "last");
  }
}
