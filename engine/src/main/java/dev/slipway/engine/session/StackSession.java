package dev.slipway.engine.session;

import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.journal.Journal;
import dev.slipway.engine.journal.StackLock;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.engine.retry.Pause;

/** A stack that is being changed: holds its lock until it is closed. */
public final class StackSession implements AutoCloseable {
  private final StackSetup setup;
  private final StackLock lock;
  private final Journal journal;
  private final String command;
  private final Expansions expansions;

  private StackSession(StackSetup setup, StackLock lock, Journal journal, String command) {
    this.setup = setup;
    this.lock = lock;
    this.journal = journal;
    this.command = command;
    this.expansions = new Expansions(setup);
  }

  /**
   * Takes the stack's lock and opens its journal.
   *
   * @param command what the user asked for, for the journal and for others that want the lock
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if another command holds the lock, or
   *     the journal can't be used
   */
  public static StackSession open(StackSetup setup, String command) {
    StackLock lock = StackLock.take(setup.folder(), command);
    try {
      Journal journal = lock.openJournal();
      journal.notice().ifPresent(notice -> setup.events().accept(new Event.Noticed(notice)));
      return new StackSession(setup, lock, journal, command);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The stack as it is now. */
  public StackView view() {
    return StackView.of(setup, journal.state(), expansions);
  }

  /**
   * Executes a plan.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException as {@link Applier#apply} does
   */
  public Applier.Result apply(Plan plan, Cancellation cancellation) {
    setup.access().providers().forEach(provider -> provider.check(plan));
    Applier applier =
        new Applier(
            view().handlers(),
            setup.access().secrets(),
            setup.events(),
            Backoff.DEFAULT,
            Pause.REAL,
            setup.version(),
            System.getProperty("user.name") + " (process " + ProcessHandle.current().pid() + ")");
    return applier.apply(plan, journal, command, cancellation);
  }

  @Override
  public void close() {
    lock.close();
  }
}
