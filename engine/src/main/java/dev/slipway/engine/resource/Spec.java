package dev.slipway.engine.resource;

import dev.slipway.engine.spec.SpecTree;
import java.util.Map;

/**
 * What a resource should be: a record whose components are scalars, enums, {@link Value}s, other
 * records, or lists, sets, optionals and maps with string keys of those. The engine finds the
 * resource's dependencies by looking for {@link Value.Ref}s in it.
 */
public interface Spec {
  /**
   * The spec as a plan's reader should see it, in the form of {@link SpecTree#encode}; override
   * where the record's own form says less.
   */
  default Map<String, Object> shown() {
    return SpecTree.encode(this);
  }
}
