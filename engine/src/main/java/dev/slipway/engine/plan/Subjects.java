package dev.slipway.engine.plan;

import dev.slipway.engine.journal.ResourceState;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.spec.SpecTree;
import java.util.Map;
import java.util.Optional;

/** Subjects to be looked up, made from what was written down. */
public final class Subjects {
  private Subjects() {}

  static Subject<Spec> of(ResourceState state, Handlers handlers) {
    return of(state.id(), state.spec(), state.attributes(), handlers);
  }

  /**
   * @param spec as a tree; empty if it isn't known
   */
  public static Subject<Spec> of(
      ResourceId id, Map<String, Object> spec, Attributes attributes, Handlers handlers) {
    if (!handlers.knows(id.type())) {
      throw PlanProblems.noHandler(id).asException();
    }
    ResourceHandler<Spec, Observed> handler = handlers.handler(id.type());
    return new Subject<>(
        id,
        decode(spec, handler.specType()),
        Optional.of(attributes).filter(known -> !known.values().isEmpty()));
  }

  /**
   * An older version's spec may not fit today's record: then the resource is found by its id and
   * attributes.
   */
  private static Optional<Spec> decode(Map<String, Object> tree, Class<Spec> type) {
    try {
      return Optional.of(SpecTree.decode(tree, type));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
