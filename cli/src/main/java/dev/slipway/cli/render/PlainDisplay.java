package dev.slipway.cli.render;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.StepId;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells a log, a pipe or a dumb terminal what is going on: one line for each thing worth one; of a
 * step that takes long one every ten seconds, or at each quarter of it.
 */
public final class PlainDisplay implements Display {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofSeconds(3);

  private final PrintStream out;
  private final Glyphs glyphs;
  private final LongSupplier nanos;
  private final Ticker ticker;
  private final Activity activity = new Activity();
  private final EventLines eventLines;
  private final Map<String, Told> told = new HashMap<>();
  private boolean closed;

  /** When a task was last told of, and at which of its quarters. */
  private record Told(Duration at, int quarter) {}

  public PlainDisplay(PrintStream out, Terminal terminal) {
    this(out, terminal, System::nanoTime);
    ticker.start();
  }

  /** One that looks at the time only when it is told to. */
  PlainDisplay(PrintStream out, Terminal terminal, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    glyphs = Glyphs.of(terminal);
    eventLines = new EventLines(terminal);
    ticker = new Ticker("slipway-display", TICK, this::tick, () -> {});
  }

  @Override
  public synchronized void accept(Event event) {
    if (closed) {
      return;
    }
    activity.accept(event, nanos.getAsLong());
    eventLines.of(event).ifPresent(line -> print(counted(event) + line));
    switch (event) {
      case Event.ApplyStarted(int steps) when steps > 0 -> print(Wording.started(steps));
      case Event.StepRetrying(StepId step, int attempt, Duration pause, String reason) ->
          print(step + ": " + Wording.retry(attempt, pause, reason));
      case Event.CheckStarted(String system, String _) when activity.checked() == 0 ->
          print("Proving " + system + ".");
      case Event.StepFinished(StepId step, Duration _) -> told.remove(step.toString());
      case Event.StepFailed(StepId step, Diagnostic _, Duration _) -> told.remove(step.toString());
      case Event.ApplyStarted _,
          Event.CheckStarted _,
          Event.Planned _,
          Event.StepStarted _,
          Event.StepProgress _,
          Event.StepSkipped _,
          Event.StepWaiting _,
          Event.ApplyEnded _,
          Event.CheckEnded _,
          Event.Verified _,
          Event.Swept _,
          Event.Noticed _,
          Event.Stopping _ -> {}
    }
  }

  private String counted(Event event) {
    return event instanceof Event.StepFinished || event instanceof Event.StepFailed
        ? "[" + activity.ended() + "/" + activity.total() + "] "
        : "";
  }

  /** Tells of each task of which something is due to be told. */
  synchronized void tick() {
    long now = nanos.getAsLong();
    activity.running().values().forEach(task -> progress(task, now));
    activity.check().ifPresent(task -> progress(task, now));
  }

  private void progress(Activity.Task task, long now) {
    Told last = told.getOrDefault(task.name(), new Told(Duration.ZERO, 0));
    Duration elapsed = task.elapsed(now);
    Duration silent = elapsed.minus(last.at());
    int quarter = (int) (task.fraction().orElse(0) * 4);
    boolean moved = quarter > last.quarter() && quarter < 4 && silent.compareTo(SHORT) >= 0;
    if (moved || silent.compareTo(SILENCE) >= 0) {
      told.put(task.name(), new Told(elapsed, Math.max(quarter, last.quarter())));
      String share =
          task.fraction().isPresent()
              ? " " + Math.round(task.fraction().getAsDouble() * 100) + "%,"
              : "";
      print(
          task.name()
              + ":"
              + share
              + " "
              + Durations.running(elapsed)
              + (task.message().isEmpty() ? "" : ", " + task.message()));
    }
  }

  private void print(String line) {
    out.print(glyphs.plain(line) + "\n");
    out.flush();
  }

  @Override
  public synchronized void aside(Runnable print) {
    print.run();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    ticker.close();
  }
}
