package dev.slipway.engine.apply;

import dev.slipway.engine.journal.Entry;
import dev.slipway.engine.journal.ResourceState;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Known;
import dev.slipway.engine.plan.Step;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.plan.StepId.Verb;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.spec.References;
import dev.slipway.engine.spec.SpecTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Makes steps ready to begin, with what those before them have told, and knows what the journal
 * must say of them.
 */
final class Preparation {
  private final State state;
  private final Known known = new Known();

  Preparation(State state) {
    this.state = state;
  }

  /**
   * A step that can begin.
   *
   * @param entries what must be durable first
   * @param spec what is wanted, resolved; null for a removal
   * @param attributes of the resource as last seen
   */
  record Prepared(List<Entry> entries, Spec spec, String token, Attributes attributes) {}

  /** Whether the step makes a call. */
  static boolean calls(Step step) {
    return switch (step.change()) {
      case Change.Create _, Change.Update _, Change.Delete _ -> true;
      case Change.Keep(Resource<?> resource, var _, boolean waits, boolean _) ->
          waits || refersToChanged(step, resource);
      case Change.Forget _ -> false;
    };
  }

  /** What another step told may be other than was planned with: then it is looked at again. */
  private static boolean refersToChanged(Step step, Resource<?> resource) {
    return step.after().stream()
            .anyMatch(before -> before.verb() == Verb.CREATE || before.verb() == Verb.UPDATE)
        && !References.in(resource.spec()).isEmpty();
  }

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if a reference can't be resolved
   *     although what it refers to has been made
   */
  Prepared prepare(Step step) {
    return switch (step.change()) {
      case Change.Create(Resource<?> resource, boolean _) ->
          started(step, resource, Entry.Action.CREATE);
      case Change.Update(Resource<?> resource, var _) ->
          started(step, resource, Entry.Action.UPDATE);
      case Change.Delete delete ->
          call(
              new Entry.Started(
                  delete.id(),
                  Entry.Action.DELETE,
                  delete.spec(),
                  state.find(delete.id()).map(ResourceState::dependencies).orElse(List.of()),
                  Removal.DELETE,
                  UUID.randomUUID().toString()),
              null);
      case Change.Keep(Resource<?> resource, Attributes attributes, boolean _, boolean _) -> {
        Spec spec = resolve(resource);
        Entry noted =
            new Entry.Noted(
                resource.id(),
                SpecTree.encode(spec),
                attributes,
                dependencies(step, resource),
                resource.removal());
        yield new Prepared(step.acts() ? List.of(noted) : List.of(), spec, "", attributes);
      }
      case Change.Forget(ResourceId id, Attributes attributes, Removal removal) -> {
        String because =
            removal == Removal.KEEP ? "it holds data and is kept" : "it is not there any more";
        yield new Prepared(List.of(new Entry.Forgot(id, because)), null, "", attributes);
      }
    };
  }

  private Prepared started(Step step, Resource<?> resource, Entry.Action action) {
    Spec spec = resolve(resource);
    Map<String, Object> tree = SpecTree.encode(spec);
    Entry.Started started =
        new Entry.Started(
            resource.id(),
            action,
            tree,
            dependencies(step, resource),
            resource.removal(),
            token(resource.id(), action, tree));
    return call(started, spec);
  }

  private Prepared call(Entry.Started started, Spec spec) {
    Attributes last =
        state.find(started.id()).map(ResourceState::attributes).orElse(Attributes.NONE);
    return new Prepared(List.of(started), spec, started.token(), last);
  }

  /** A creation of the same that was begun before a crash goes on under the same token. */
  private String token(ResourceId id, Entry.Action action, Map<String, Object> spec) {
    return state
        .find(id)
        .filter(
            last ->
                action == Entry.Action.CREATE
                    && last.phase() == ResourceState.Phase.CREATING
                    && last.spec().equals(spec))
        .map(ResourceState::token)
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private Spec resolve(Resource<?> resource) {
    Spec spec = known.resolve(resource.spec());
    References.forEach(
        spec,
        unresolved -> {
          throw ApplyProblems.unknownReference(resource.id(), unresolved).asException();
        });
    return spec;
  }

  private static List<ResourceId> dependencies(Step step, Resource<?> resource) {
    TreeSet<ResourceId> found = new TreeSet<>(resource.after());
    for (StepId before : step.after()) {
      if (before.verb() != Verb.DELETE && before.verb() != Verb.FORGET) {
        found.add(before.resource());
      }
    }
    return List.copyOf(found);
  }

  /** What the journal is told when the step has ended well, if anything. */
  Optional<Entry> result(Step step, Attributes attributes) {
    ResourceId id = step.id().resource();
    return switch (step.id().verb()) {
      case CREATE, UPDATE -> Optional.of(new Entry.Finished(id, attributes));
      case DELETE -> Optional.of(new Entry.Deleted(id));
      case KEEP ->
          ((Change.Keep) step.change()).attributes().equals(attributes)
              ? Optional.empty()
              : Optional.of(new Entry.Finished(id, attributes));
      case FORGET -> Optional.empty();
    };
  }

  /** Keeps the attributes for the steps that refer to them. */
  void learn(Step step, Attributes attributes) {
    switch (step.id().verb()) {
      case CREATE, UPDATE, KEEP -> known.put(step.id().resource(), attributes);
      case DELETE, FORGET -> {}
    }
  }
}
