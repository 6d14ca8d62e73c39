package dev.slipway.engine.apply;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.journal.Entry;
import dev.slipway.engine.journal.Journal;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Step;
import dev.slipway.engine.resource.Attributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One execution of a plan. The thread that calls {@link #toTheEnd} owns everything in here: it
 * decides what begins, writes the journal and takes the results from a queue; the calls are made on
 * virtual threads.
 *
 * <p>Results and beginnings that come together are written together: what follows from a result may
 * begin as soon as both are durable.
 */
final class Run {
  private final Applier applier;
  private final Journal journal;
  private final Cancellation cancellation;
  private final Progress progress;
  private final Lanes lanes;
  private final Preparation preparation;
  private final LinkedBlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final Queue<Integer> callless = new ArrayDeque<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Worker> launches = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final long[] beganAt;
  private Optional<DiagnosticException> journalFailure = Optional.empty();
  private int running;

  Run(Applier applier, Plan plan, State state, Journal journal, Cancellation cancellation) {
    this.applier = applier;
    this.journal = journal;
    this.cancellation = cancellation;
    int[][] dependents = plan.dependents();
    this.progress = new Progress(plan, dependents);
    this.lanes = new Lanes(plan, dependents, applier.handlers());
    this.preparation = new Preparation(state);
    this.beganAt = new long[plan.steps().size()];
  }

  Applier.Result toTheEnd() {
    cancellation.onRequest(() -> messages.add(new Message.Cancelled()));
    progress.free().forEach(this::free);
    while (true) {
      beginWhatCan();
      writeAndLaunch();
      if (running == 0 && (stopped() || nothingFree())) {
        break;
      }
      await();
    }
    journalFailure.ifPresent(
        failure -> {
          throw failure;
        });
    int skipped = progress.skipRest("the run was cancelled", this::told);
    return new Applier.Result(
        new Event.Outcome(
            progress.finished(),
            problems.size(),
            skipped + progress.skipped(),
            cancellation.requested()),
        problems);
  }

  private boolean stopped() {
    return cancellation.requested() || journalFailure.isPresent();
  }

  /** Only calls need room in a provider's budget. */
  private void free(int index) {
    if (Preparation.calls(progress.step(index))) {
      lanes.add(index);
    } else {
      callless.add(index);
    }
  }

  private boolean nothingFree() {
    return callless.isEmpty() && lanes.isEmpty();
  }

  private void beginWhatCan() {
    int next;
    while (!stopped() && (next = next()) >= 0) {
      begin(next);
    }
  }

  private int next() {
    return callless.isEmpty() ? lanes.take(System.nanoTime()) : callless.remove();
  }

  private void begin(int index) {
    Step step = progress.step(index);
    boolean calls = Preparation.calls(step);
    if (!calls && !step.acts()) {
      finish(index, ((Change.Keep) step.change()).attributes(), Optional.empty());
      return;
    }
    if (step.acts()) {
      applier.events().accept(new Event.StepStarted(step.id()));
    }
    beganAt[index] = System.nanoTime();
    Optional<Preparation.Prepared> prepared = prepare(index, step);
    if (prepared.isEmpty()) {
      if (calls) {
        lanes.ended(index);
      }
      return;
    }
    entries.addAll(prepared.get().entries());
    if (calls) {
      launches.add(worker(index, step, prepared.get()));
      running++;
    } else {
      finish(index, prepared.get().attributes(), Optional.empty());
    }
  }

  private Optional<Preparation.Prepared> prepare(int index, Step step) {
    try {
      return Optional.of(preparation.prepare(step));
    } catch (DiagnosticException e) {
      fail(index, e.first());
    } catch (RuntimeException e) {
      // A spec may refuse a value that it could not know before.
      fail(index, ApplyProblems.bug(step.id().resource(), e));
    }
    return Optional.empty();
  }

  private Worker worker(int index, Step step, Preparation.Prepared prepared) {
    StepCall call =
        new StepCall(
            step.id(),
            progress.plan().stack(),
            progress.plan().owner(),
            prepared.token(),
            applier.secrets(),
            applier.events(),
            cancellation);
    return new Worker(
        index, step, prepared.spec(), prepared.attributes(), call, applier, messages::add);
  }

  private void writeAndLaunch() {
    try {
      if (journalFailure.isEmpty()) {
        journal.append(entries);
      }
      if (!stopped()) {
        launches.forEach(
            worker -> Thread.ofVirtual().name(worker.step().id().toString()).start(worker));
        launches.clear();
      }
    } catch (DiagnosticException e) {
      journalFailure = Optional.of(e);
    }
    // Written down as begun, or not even that, but not begun: the next plan looks.
    running -= launches.size();
    launches.clear();
    entries.clear();
  }

  private void await() {
    try {
      long patience = stopped() ? Long.MAX_VALUE : lanes.nanosUntilRoom(System.nanoTime());
      Message message = messages.poll(patience, TimeUnit.NANOSECONDS);
      while (message != null) {
        handle(message);
        message = messages.poll();
      }
    } catch (InterruptedException _) {
      cancellation.request();
    }
  }

  private void handle(Message message) {
    switch (message) {
      case Message.Called(int index, var attributes) ->
          entries.add(new Entry.Called(progress.step(index).id().resource(), attributes));
      case Message.Done(int index, var attributes) -> {
        ended(index);
        finish(index, attributes, preparation.result(progress.step(index), attributes));
      }
      case Message.Broke(int index, Diagnostic problem) -> {
        ended(index);
        fail(index, problem);
      }
      case Message.GaveUp(int index) -> {
        ended(index);
        progress.skip(index, "the run was cancelled", this::told);
      }
      case Message.Throttled(int index) -> lanes.throttled(index);
      case Message.Cancelled _ -> {}
    }
  }

  private void ended(int index) {
    running--;
    lanes.ended(index);
  }

  private void finish(int index, Attributes attributes, Optional<Entry> result) {
    Step step = progress.step(index);
    result.ifPresent(entries::add);
    preparation.learn(step, attributes);
    if (step.acts()) {
      applier.events().accept(new Event.StepFinished(step.id(), since(index)));
    }
    progress.finish(index).forEach(this::free);
  }

  private void fail(int index, Diagnostic problem) {
    Step step = progress.step(index);
    problems.add(problem);
    entries.add(new Entry.Failed(step.id().resource(), problem.code(), problem.detail()));
    applier.events().accept(new Event.StepFailed(step.id(), problem, since(index)));
    progress.fail(index, this::told);
  }

  private void told(Step skipped, String because) {
    if (skipped.acts()) {
      applier.events().accept(new Event.StepSkipped(skipped.id(), because));
    }
  }

  private Duration since(int index) {
    return Duration.ofNanos(System.nanoTime() - beganAt[index]);
  }
}
