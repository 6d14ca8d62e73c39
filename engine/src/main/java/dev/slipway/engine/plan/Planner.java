package dev.slipway.engine.plan;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.journal.ResourceState;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.plan.Change.Delete.Reason;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.spec.SpecTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the steps from what is there to what is wanted. Removal is planning against an empty graph.
 */
public final class Planner {
  private final Handlers handlers;
  private final Backoff backoff;
  private final Pause pause;

  public Planner(Handlers handlers) {
    this(handlers, Backoff.DEFAULT, Pause.REAL);
  }

  /**
   * @param backoff when a look that was refused is taken again
   */
  public Planner(Handlers handlers, Backoff backoff, Pause pause) {
    this.handlers = Objects.requireNonNull(handlers, "handlers");
    this.backoff = Objects.requireNonNull(backoff, "backoff");
    this.pause = Objects.requireNonNull(pause, "pause");
  }

  /**
   * Plans.
   *
   * @param wanted what should be there
   * @param state what the journal knows
   * @param removals what becomes of resources that leave, where the stack file now says otherwise
   *     than the journal
   * @param call for looking at resources
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if a resource can't be looked at, or
   *     one that is wanted exists already and isn't this stack's
   */
  public Plan plan(Graph wanted, State state, Map<ResourceId, Removal> removals, Call call) {
    Map<ResourceId, Observed> seen =
        new Sight(handlers, backoff, pause, call).look(subjects(wanted, state));
    Known known = new Known();
    Problems problems = new Problems();
    Map<ResourceId, List<Change>> changes = new LinkedHashMap<>();
    for (Resource<?> resource : wanted.resources()) {
      Observed observed = seen.get(resource.id());
      if (observed != null && observed.ownership() == Ownership.FOREIGN) {
        problems.add(PlanProblems.foreign(resource.id(), observed));
      } else {
        try {
          changes.put(resource.id(), changesOf(resource, observed, wanted, state, known, problems));
        } catch (DiagnosticException e) {
          e.diagnostics().forEach(problems::add);
        }
      }
    }
    problems.throwIfAny();
    for (ResourceId id : state.ids()) {
      if (!wanted.contains(id)) {
        ResourceState last = state.resources().get(id);
        changes.put(
            id, List.of(removal(last, seen.get(id), removals.getOrDefault(id, last.removal()))));
      }
    }
    return new Plan(
        call.stack(),
        call.owner(),
        state.lineage(),
        state.serial(),
        Steps.of(changes, wanted, state));
  }

  /**
   * Plans the removal of everything that the journal knows, and of what the stack wants and carries
   * its mark although the journal doesn't know of it.
   *
   * @param stack what the stack file wants
   * @param state what the journal knows
   * @param call for looking at resources
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if a resource can't be looked at
   */
  public Plan planRemoval(Graph stack, State state, Call call) {
    List<Subject<Spec>> unknown = new ArrayList<>();
    Map<ResourceId, Removal> removals = new HashMap<>();
    for (Resource<?> resource : stack.resources()) {
      removals.put(resource.id(), resource.removal());
      if (state.find(resource.id()).isEmpty()) {
        unknown.add(new Subject<>(resource.id(), Optional.of(resource.spec()), Optional.empty()));
      }
    }
    Map<ResourceId, ResourceState> resources = new HashMap<>(state.resources());
    new Sight(handlers, backoff, pause, call)
        .look(unknown)
        .forEach(
            (id, observed) -> {
              if (observed.ownership() == Ownership.OURS) {
                resources.put(id, found(stack, id, observed));
              }
            });
    State all = new State(state.lineage(), state.serial(), resources);
    return plan(Graph.EMPTY, all, removals, call);
  }

  private static ResourceState found(Graph stack, ResourceId id, Observed observed) {
    Resource<?> resource = stack.find(id).orElseThrow();
    return new ResourceState(
        id,
        ResourceState.Phase.PRESENT,
        SpecTree.encode(resource.spec()),
        observed.attributes(),
        stack.dependencies(id),
        List.of(),
        resource.removal(),
        "");
  }

  private List<Subject<Spec>> subjects(Graph wanted, State state) {
    List<Subject<Spec>> subjects = new ArrayList<>();
    Known last = new Known();
    state.resources().values().forEach(resource -> last.put(resource.id(), resource.attributes()));
    for (Resource<?> resource : wanted.resources()) {
      subjects.add(
          new Subject<>(
              resource.id(),
              Optional.of(last.resolve(resource.spec())),
              state
                  .find(resource.id())
                  .map(ResourceState::attributes)
                  .filter(attributes -> !attributes.values().isEmpty())));
    }
    for (ResourceId id : state.ids()) {
      if (!wanted.contains(id)) {
        subjects.add(Subjects.of(state.resources().get(id), handlers));
      }
    }
    return subjects;
  }

  private <S extends Spec> List<Change> changesOf(
      Resource<S> resource,
      Observed observed,
      Graph wanted,
      State state,
      Known known,
      Problems problems) {
    ResourceHandler<S, Observed> handler = handlers.handler(resource.id().type());
    S spec = known.resolve(resource.spec());
    Resource<S> resolved = resource.withSpec(spec);
    if (observed == null) {
      known.put(resource.id(), handler.predict(spec));
      return List.of(new Change.Create(resource, false));
    }
    if (handler.status(observed) instanceof Status.Terminating) {
      return replacement(resource, spec, observed, state, known);
    }
    Diff diff = handler.diff(spec, observed);
    if (diff.isEmpty()) {
      known.put(resource.id(), observed.attributes());
      boolean waits = !(handler.status(observed) instanceof Status.Current);
      boolean noted = noted(resolved, observed, wanted, state);
      return List.of(new Change.Keep(resource, observed.attributes(), waits, noted));
    }
    if (!diff.replaces()) {
      known.put(resource.id(), handler.stable(spec, observed, diff));
      return List.of(new Change.Update(resource, diff));
    }
    if (resource.removal() == Removal.KEEP) {
      problems.add(PlanProblems.replacesData(resource.id(), diff));
    }
    return replacement(resource, spec, observed, state, known);
  }

  /** It is deleted and made anew. */
  private <S extends Spec> List<Change> replacement(
      Resource<S> resource, S spec, Observed observed, State state, Known known) {
    ResourceHandler<S, Observed> handler = handlers.handler(resource.id().type());
    known.put(resource.id(), handler.predict(spec));
    Map<String, Object> before =
        state.find(resource.id()).map(ResourceState::spec).orElse(SpecTree.encode(spec));
    return List.of(
        new Change.Delete(resource.id(), before, observed.attributes(), Reason.REPLACED),
        new Change.Create(resource, true));
  }

  private static boolean noted(Resource<?> resource, Observed observed, Graph wanted, State state) {
    ResourceState last = state.resources().get(resource.id());
    return last == null
        || last.phase() != ResourceState.Phase.PRESENT
        || last.removal() != resource.removal()
        || !last.attributes().equals(observed.attributes())
        || !last.spec().equals(SpecTree.encode(resource.spec()))
        || !last.dependencies().equals(wanted.dependencies(resource.id()));
  }

  private static Change removal(ResourceState last, Observed observed, Removal removal) {
    if (observed == null || observed.ownership() != Ownership.OURS) {
      return new Change.Forget(last.id(), last.attributes(), Removal.DELETE);
    }
    if (removal == Removal.KEEP) {
      return new Change.Forget(last.id(), observed.attributes(), Removal.KEEP);
    }
    return new Change.Delete(last.id(), last.spec(), observed.attributes(), Reason.REMOVED);
  }
}
