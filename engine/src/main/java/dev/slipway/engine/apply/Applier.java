package dev.slipway.engine.apply;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.journal.Entry;
import dev.slipway.engine.journal.Journal;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.secret.SecretStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Executes plans.
 *
 * @param version Slipway's own, for the journal
 * @param actor who runs it, for the journal
 */
public record Applier(
    Handlers handlers,
    SecretStore secrets,
    EventSink events,
    Backoff backoff,
    Pause pause,
    String version,
    String actor) {
  public Applier {
    Objects.requireNonNull(handlers, "handlers");
    Objects.requireNonNull(secrets, "secrets");
    Objects.requireNonNull(events, "events");
    Objects.requireNonNull(backoff, "backoff");
    Objects.requireNonNull(pause, "pause");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(actor, "actor");
  }

  /**
   * What became of a plan.
   *
   * @param problems what failed, in the order in which it did
   */
  public record Result(Event.Outcome outcome, List<Diagnostic> problems) {
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Executes the plan: every step that can be done is, as many at a time as the providers' budgets
   * allow.
   *
   * @param command what the user asked for, for the journal
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the plan was made against another
   *     state than the journal's, or the journal can't be written; then calls that ran were waited
   *     for
   */
  public Result apply(Plan plan, Journal journal, String command, Cancellation cancellation) {
    State state = journal.state();
    if (plan.serial() != state.serial() || !plan.lineage().equals(state.lineage())) {
      throw ApplyProblems.stale(plan, state).asException();
    }
    if (plan.isEmpty()) {
      return new Result(new Event.Outcome(0, 0, 0, false), List.of());
    }
    List<Entry> opening = new ArrayList<>();
    if (state.lineage().isEmpty()) {
      opening.add(
          new Entry.Opened(UUID.randomUUID().toString(), plan.stack(), version, Instant.now()));
    }
    opening.add(new Entry.Began(command, actor, Instant.now()));
    journal.append(opening);
    events.accept(new Event.ApplyStarted(plan.acting()));
    Instant began = Instant.now();
    Run run = new Run(this, plan, state, journal, cancellation);
    Result result = run.toTheEnd();
    journal.append(List.of(new Entry.Ended(word(result.outcome()), Instant.now())));
    events.accept(
        new Event.ApplyEnded(result.outcome(), java.time.Duration.between(began, Instant.now())));
    return result;
  }

  private static String word(Event.Outcome outcome) {
    if (outcome.cancelled()) {
      return "cancelled";
    }
    return outcome.clean() ? "done" : "failed";
  }
}
