package dev.slipway.engine.plan;

import dev.slipway.engine.journal.ResourceState;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.engine.retry.Pause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what has changed without Slipway. */
public record DriftFinder(Handlers handlers, Backoff backoff, Pause pause) {
  public DriftFinder(Handlers handlers) {
    this(handlers, Backoff.DEFAULT, Pause.REAL);
  }

  /**
   * What differs from what the journal knows, by id. Resources with a call that was cut short are
   * left out: nobody knows what they should be.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if a resource can't be looked at
   */
  public List<Drift> find(State state, Call call) {
    List<Subject<Spec>> subjects = new ArrayList<>();
    for (ResourceId id : state.ids()) {
      ResourceState last = state.resources().get(id);
      if (last.phase() == ResourceState.Phase.PRESENT) {
        subjects.add(Subjects.of(last, handlers));
      }
    }
    Map<ResourceId, Observed> seen = new Sight(handlers, backoff, pause, call).look(subjects);
    return subjects.stream()
        .flatMap(subject -> drift(subject, seen.get(subject.id())).stream())
        .toList();
  }

  private Optional<Drift> drift(Subject<Spec> subject, Observed observed) {
    if (observed == null) {
      return Optional.of(new Drift.Gone(subject.id()));
    }
    if (observed.ownership() != Ownership.OURS) {
      return Optional.of(new Drift.Foreign(subject.id()));
    }
    ResourceHandler<Spec, Observed> handler = handlers.handler(subject.id().type());
    Diff diff = subject.spec().map(spec -> handler.drift(spec, observed)).orElse(Diff.NONE);
    return diff.isEmpty() ? Optional.empty() : Optional.of(new Drift.Changed(subject.id(), diff));
  }
}
