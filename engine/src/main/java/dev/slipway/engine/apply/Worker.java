package dev.slipway.engine.apply;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Step;
import dev.slipway.engine.plan.Subjects;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.retry.Pause;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the calls of one step, on a thread of its own: retries, waits until the resource is
 * current, and tells the owner of the run.
 *
 * @param index the step's place in the plan
 * @param spec what is wanted, with every reference resolved; null for a removal
 * @param known what was last seen of it
 */
record Worker(
    int index,
    Step step,
    Spec spec,
    Attributes known,
    StepCall call,
    Applier applier,
    Consumer<Message> owner)
    implements Runnable {

  @Override
  public void run() {
    try {
      owner.accept(work());
    } catch (ProviderException e) {
      owner.accept(
          e.retry() == ProviderException.Retry.CANCELLED
              ? new Message.GaveUp(index)
              : new Message.Broke(index, e.first()));
    } catch (DiagnosticException e) {
      owner.accept(new Message.Broke(index, e.first()));
    } catch (InterruptedException _) {
      owner.accept(new Message.GaveUp(index));
    } catch (Throwable e) {
      // Whatever it is, the owner must hear of it: it would wait for ever otherwise.
      owner.accept(new Message.Broke(index, ApplyProblems.bug(step.id().resource(), e)));
    }
  }

  private Message work() throws InterruptedException {
    return switch (step.change()) {
      case Change.Create _ -> create();
      case Change.Update(var _, Diff promised) -> update(promised);
      case Change.Delete delete -> delete(delete);
      case Change.Keep keep -> keep(keep);
      case Change.Forget(var _, Attributes attributes, var _) ->
          new Message.Done(index, attributes);
    };
  }

  private ResourceHandler<Spec, Observed> handler() {
    return applier.handlers().handler(step.id().resource().type());
  }

  private Subject<Spec> subject(Attributes last) {
    return new Subject<>(
        step.id().resource(),
        Optional.of(spec),
        Optional.of(last).filter(known -> !known.values().isEmpty()));
  }

  private Optional<Observed> look(Subject<Spec> subject) throws InterruptedException {
    return retries().until(() -> handler().read(subject, call));
  }

  private Message create() throws InterruptedException {
    Retries retries = retries();
    while (true) {
      try {
        return settle(Optional.of(handler().create(step.id().resource(), spec, call)), true);
      } catch (ProviderException refused) {
        retries.pauseAfter(refused);
        // Whether the refused call did its work after all is not known: look before making it
        // again.
        Optional<Observed> made = look(subject(Attributes.NONE));
        made.ifPresent(this::checkOurs);
        if (made.isPresent() && handler().diff(spec, made.get()).isEmpty()) {
          return settle(made, true);
        }
      }
    }
  }

  private Message update(Diff promised) throws InterruptedException {
    Observed observed = look(subject(known)).orElseThrow(this::gone);
    checkOurs(observed);
    Diff actual = handler().diff(spec, observed);
    if (!Promise.keeps(promised, actual)) {
      throw ApplyProblems.diverged(step.id().resource(), promised, actual).asException();
    }
    if (actual.isEmpty()) {
      return settle(Optional.of(observed), false);
    }
    return settle(
        Optional.of(
            retries().until(() -> handler().update(step.id().resource(), spec, observed, call))),
        true);
  }

  /** What stays is looked at again where it refers to something that has just been made. */
  private Message keep(Change.Keep keep) throws InterruptedException {
    Observed observed = look(subject(keep.attributes())).orElseThrow(this::gone);
    checkOurs(observed);
    Diff actual = handler().diff(spec, observed);
    if (!actual.isEmpty()) {
      throw ApplyProblems.diverged(step.id().resource(), Diff.NONE, actual).asException();
    }
    return keep.waits()
        ? settle(Optional.of(observed), false)
        : new Message.Done(index, observed.attributes());
  }

  private DiagnosticException gone() {
    return ApplyProblems.gone(step.id().resource()).asException();
  }

  private void checkOurs(Observed observed) {
    if (observed.ownership() == Ownership.FOREIGN) {
      throw ApplyProblems.foreign(step.id().resource(), observed).asException();
    }
  }

  /** One that isn't ours has taken the name of what was: ours is gone. */
  private static boolean isGone(Optional<Observed> observed) {
    return observed.filter(found -> found.ownership() == Ownership.OURS).isEmpty();
  }

  private Message delete(Change.Delete delete) throws InterruptedException {
    Subject<Spec> subject =
        Subjects.of(delete.id(), delete.spec(), delete.attributes(), applier.handlers());
    Optional<Observed> observed = look(subject);
    if (isGone(observed)) {
      return new Message.Done(index, Attributes.NONE);
    }
    retries()
        .until(
            () -> {
              handler().delete(subject, observed.get(), call);
              return observed;
            });
    return awaitGone(subject);
  }

  private Message awaitGone(Subject<Spec> subject) throws InterruptedException {
    Waiter waiter = waiter();
    while (true) {
      Optional<Observed> observed = retries().until(() -> handler().readDeleted(subject, call));
      if (isGone(observed)) {
        return new Message.Done(index, Attributes.NONE);
      }
      String reason =
          handler().status(observed.get()) instanceof Status.Terminating(String held)
              ? held
              : "it is still listed";
      if (call.cancelled()) {
        return new Message.GaveUp(index);
      }
      if (!waiter.pauseOnce(pause(applier.pause()))) {
        throw ApplyProblems.stillThere(step.id().resource(), handler().waiting(), reason)
            .asException();
      }
      tellWaiting(reason);
    }
  }

  /** Waits until the resource is current. */
  private Message settle(Optional<Observed> first, boolean called) throws InterruptedException {
    Optional<Observed> observed = first;
    Waiter waiter = waiter();
    boolean told = !called;
    while (true) {
      Status status = observed.map(handler()::status).orElse(Status.NOT_FOUND);
      String reason;
      switch (status) {
        case Status.Current _ -> {
          return new Message.Done(index, observed.orElseThrow().attributes());
        }
        case Status.Failed(String why) -> {
          handler().failed(step.id().resource(), spec, observed.orElseThrow(), call);
          throw ApplyProblems.failed(step.id().resource(), why).asException();
        }
        case Status.InProgress(String why) -> reason = why;
        case Status.Terminating(String why) -> reason = why;
        case Status.NotFound _ -> reason = "it isn't listed yet";
      }
      if (!told && observed.isPresent()) {
        owner.accept(new Message.Called(index, observed.get().attributes()));
        told = true;
      }
      if (call.cancelled()) {
        return new Message.GaveUp(index);
      }
      tellWaiting(reason);
      if (!waiter.pauseOnce(pause(between(observed)))) {
        throw ApplyProblems.timeout(step.id().resource(), handler().waiting(), reason)
            .asException();
      }
      observed = look(subject(observed.map(Observed::attributes).orElse(Attributes.NONE)));
    }
  }

  private Retries retries() {
    return new Retries(index, call, applier, owner);
  }

  private void tellWaiting(String reason) {
    applier.events().accept(new Event.StepWaiting(step.id(), reason));
  }

  private Waiter waiter() {
    return new Waiter(handler().waiting());
  }

  private Pause between(Optional<Observed> looks) {
    return looks
        .map(seen -> handler().pause(seen, call, applier.pause()))
        .orElseGet(applier::pause);
  }

  private Pause pause(Pause how) {
    return duration -> call.sleep(how, duration);
  }
}
