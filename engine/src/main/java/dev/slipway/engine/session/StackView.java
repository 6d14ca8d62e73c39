package dev.slipway.engine.session;

import dev.slipway.engine.journal.Journal;
import dev.slipway.engine.journal.ResourceState;
import dev.slipway.engine.journal.StackLock;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.plan.DriftFinder;
import dev.slipway.engine.plan.Known;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Planner;
import dev.slipway.engine.plan.Subjects;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.provider.LogSource;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.stack.Output;
import dev.slipway.engine.verify.Endpoint;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Report;
import dev.slipway.engine.verify.Route;
import dev.slipway.engine.verify.Verifier;
import dev.slipway.engine.verify.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Looks at a stack without changing anything; needs no lock. */
public final class StackView {
  private final StackSetup setup;
  private final Handlers handlers;
  private final State state;
  private final Expansions expansions;

  private StackView(StackSetup setup, Handlers handlers, State state, Expansions expansions) {
    this.setup = setup;
    this.handlers = handlers;
    this.state = state;
    this.expansions = expansions;
  }

  /**
   * The stack as its journal tells now.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the journal can't be read or is
   *     damaged
   */
  public static StackView of(StackSetup setup) {
    return of(setup, Journal.peek(StackLock.journal(setup.folder())), new Expansions(setup));
  }

  static StackView of(StackSetup setup, State state, Expansions expansions) {
    return new StackView(setup, new Handlers(setup.access().providers()), state, expansions);
  }

  public StackSetup setup() {
    return setup;
  }

  public State state() {
    return state;
  }

  /** The handlers of the stack's resources. */
  public Handlers handlers() {
    return handlers;
  }

  /** What it takes to bring the stack up. */
  public Plan plan() {
    return new Planner(handlers)
        .plan(expanded(Provider.Purpose.UP).graph(), state, Map.of(), call());
  }

  /** What it takes to take the stack down. */
  public Plan planRemoval() {
    return new Planner(handlers)
        .planRemoval(expanded(Provider.Purpose.DOWN).graph(), state, call());
  }

  /**
   * The least that whoever runs Slipway must be allowed to do to the stack's resources: a document
   * of each provider that knows such documents.
   */
  public List<String> permissions(Provider.Work work) {
    List<Resource<?>> wanted = List.copyOf(expanded(Provider.Purpose.UP).graph().resources());
    return handlers.providers().stream()
        .flatMap(provider -> provider.permissions(wanted, work, call()).stream())
        .toList();
  }

  /** Every resource that the journal knows, as it is now. */
  public List<ResourceView> resources() {
    List<ResourceView> views = new ArrayList<>();
    for (ResourceId id : state.ids()) {
      ResourceState last = state.resources().get(id);
      ResourceHandler<Spec, Observed> handler = handlers.handler(id.type());
      Optional<Observed> observed =
          handler.read(Subjects.of(id, last.spec(), last.attributes(), handlers), call());
      views.add(
          new ResourceView(
              id,
              observed.map(handler::status).orElse(Status.NOT_FOUND),
              observed.map(Observed::attributes).orElse(last.attributes())));
    }
    return views;
  }

  /** What has changed without Slipway since the journal last knew of it. */
  public List<Drift> drift() {
    return new DriftFinder(handlers).find(state, call());
  }

  public List<OutputView> outputs() {
    Known known = new Known();
    state.resources().values().forEach(resource -> known.put(resource.id(), resource.attributes()));
    return setup.outputs().stream()
        .map(
            output ->
                new OutputView(
                    output.name(),
                    output.sensitive(),
                    resolve(output.value(), known).map(value -> shown(output, value))))
        .toList();
  }

  private static Value<String> shown(Output output, Value<String> value) {
    return value instanceof Value.Known<String>(String plain)
        ? Value.of(output.before() + plain + output.after())
        : value;
  }

  private static Optional<Value<String>> resolve(Value<String> value, Known known) {
    return switch (value) {
      case Value.Ref<String> ref ->
          known
              .find(ref)
              .map(
                  found ->
                      found instanceof Value.Secret<?>(String name, String fingerprint)
                          ? new Value.Secret<>(name, fingerprint)
                          : Value.of(found.toString()));
      case Value.Known<String> plain -> Optional.of(plain);
      case Value.Secret<String> secret -> Optional.of(secret);
    };
  }

  /** An output's plaintext; sensitive ones too. */
  public Optional<String> reveal(OutputView output) {
    return output
        .value()
        .map(
            value ->
                switch (value) {
                  case Value.Secret<String>(String name, String _) ->
                      setup.access().secrets().reveal(name);
                  case Value.Known<String>(String plain) -> plain;
                  case Value.Ref<String> ref ->
                      throw new IllegalStateException("not resolved: " + ref);
                });
  }

  /**
   * Proves the systems through their public endpoints.
   *
   * @param cancelled asked before each check
   */
  public Report verify(BooleanSupplier cancelled) {
    List<OutputView> outputs = outputs();
    Endpoint endpoint =
        name ->
            outputs.stream()
                .filter(output -> output.name().equals(name))
                .findFirst()
                .flatMap(this::reveal)
                .orElseThrow(() -> new IllegalArgumentException("the stack has no output " + name));
    return new Verifier(setup.events(), cancelled, this::open)
        .verify(expanded(Provider.Purpose.UP).proofs(), endpoint);
  }

  /** The routes to outputs that can't be reached directly. */
  public List<Route> routes() {
    return setup.proofs().stream().flatMap(proof -> proof.routes().stream()).toList();
  }

  /**
   * Opens the way of one of the {@link #routes}.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if it can't be opened
   */
  public Way open(Route route) {
    return handlers.provider(route.to().type()).open(route, call());
  }

  /** Removes what is left of the stack though nothing knows of it, and looks what is left then. */
  public List<Leftover> sweep() {
    Set<ResourceId> kept = expanded(Provider.Purpose.DOWN).kept();
    handlers.providers().forEach(provider -> provider.sweep(kept, call()));
    return leftovers();
  }

  /** What the providers still hold of the stack. */
  public List<Leftover> leftovers() {
    Set<ResourceId> kept = expanded(Provider.Purpose.DOWN).kept();
    List<Leftover> found = new ArrayList<>();
    for (Provider provider : handlers.providers()) {
      found.addAll(provider.leftovers(kept, call()));
    }
    return found;
  }

  /** The logs of the stack's components. */
  public List<LogSource> logs() {
    return handlers.providers().stream()
        .flatMap(provider -> provider.logs(call()).stream())
        .toList();
  }

  private Expansions.Expanded expanded(Provider.Purpose purpose) {
    return expansions.expanded(purpose, state);
  }

  private ReadCall call() {
    return new ReadCall(setup.stack(), setup.owner(), setup.access().secrets());
  }
}
