package dev.slipway.cli.render;

import dev.slipway.engine.event.Event;
import java.io.PrintStream;
import java.time.Duration;

/** Tells only notices and how an apply ended that didn't end well. */
public final class QuietDisplay implements Display {
  private final PrintStream out;
  private final EventLines eventLines;

  public QuietDisplay(PrintStream out, Terminal terminal) {
    this.out = out;
    this.eventLines = new EventLines(terminal);
  }

  @Override
  public synchronized void accept(Event event) {
    boolean told =
        switch (event) {
          case Event.Noticed _, Event.Stopping _ -> true;
          case Event.ApplyEnded(Event.Outcome outcome, Duration _) -> !outcome.clean();
          case Event.Planned _,
              Event.ApplyStarted _,
              Event.StepStarted _,
              Event.StepProgress _,
              Event.StepWaiting _,
              Event.StepRetrying _,
              Event.StepFinished _,
              Event.StepFailed _,
              Event.StepSkipped _,
              Event.CheckStarted _,
              Event.CheckEnded _,
              Event.Verified _,
              Event.Swept _ ->
              false;
        };
    if (told) {
      eventLines.of(event).ifPresent(line -> out.print(line + "\n"));
      out.flush();
    }
  }

  @Override
  public synchronized void aside(Runnable print) {
    print.run();
  }

  @Override
  public void close() {}
}
