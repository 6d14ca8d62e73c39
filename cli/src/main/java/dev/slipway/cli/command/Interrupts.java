package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.event.Event;
import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C and SIGTERM into a cancellation: no step is begun any more, and the process ends
 * when the command has brought its running calls to an end.
 */
final class Interrupts implements AutoCloseable {
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Ui ui;
  private final Thread hook;

  Interrupts(Cancellation cancellation) {
    hook =
        new Thread(
            () -> {
              cancellation.request();
              if (ui != null) {
                ui.events().accept(new Event.Stopping());
              }
              try {
                ended.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            },
            "interrupts");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Has the user told when a stop is asked for. */
  Ui telling(Ui told) {
    ui = told;
    return told;
  }

  /** The command has ended: a shutdown needn't wait for it any more. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The shutdown is under way and waits for the latch only.
    }
  }
}
