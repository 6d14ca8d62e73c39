package dev.slipway.engine.plan;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.spec.References;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes that are known so far, and specs resolved with them. Not safe for use by several
 * threads.
 */
public final class Known {
  private final Map<ResourceId, Attributes> attributes = new HashMap<>();

  public void put(ResourceId id, Attributes known) {
    attributes.put(id, known);
  }

  /** The spec with what is known filled in. */
  public <S extends Spec> S resolve(S spec) {
    return References.resolve(spec, this::find);
  }

  /** The value that an attribute reference stands for, if it is known. */
  public Optional<Object> find(Value.Ref<?> ref) {
    return Optional.ofNullable(attributes.get(ref.resource()))
        .flatMap(known -> known.find(ref.attribute()));
  }
}
