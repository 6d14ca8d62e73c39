package dev.slipway.cli.render;

import dev.slipway.engine.event.Event;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Shows on a terminal what is going on: what has ended scrolls up as plain lines; what runs is
 * drawn below them, at most ten times a second and each time with one write. Events only change
 * what will be drawn, so that no worker ever waits for the terminal.
 */
public final class LiveDisplay implements Display {
  private static final Duration FRAME = Duration.ofMillis(100);
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String DONT_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final PrintStream out;
  private final LiveArea area;
  private final LongSupplier nanos;
  private final Ticker ticker;
  private final Thread atExit;

  private final Object state = new Object();
  private final Activity activity = new Activity();
  private final EventLines eventLines;
  private List<String> ended = new ArrayList<>();

  private final ReentrantLock writing = new ReentrantLock();
  private List<String> drawn = List.of();
  private int frame;
  private boolean cursorHidden;
  private boolean cursorStays;

  public LiveDisplay(PrintStream out, Terminal terminal) {
    this(out, terminal, System::nanoTime);
    ticker.start();
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** One that draws only when it is told to. */
  LiveDisplay(PrintStream out, Terminal terminal, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    area = new LiveArea(terminal);
    eventLines = new EventLines(terminal);
    ticker = new Ticker("slipway-display", FRAME, () -> draw(true), () -> draw(false));
    atExit = new Thread(this::giveCursorBack, "slipway-cursor");
  }

  @Override
  public void accept(Event event) {
    synchronized (state) {
      activity.accept(event, nanos.getAsLong());
      eventLines.of(event).ifPresent(ended::add);
    }
  }

  @Override
  public void aside(Runnable print) {
    writing.lock();
    try {
      draw(false);
      print.run();
    } finally {
      writing.unlock();
    }
  }

  /**
   * @param live whether what runs is drawn too
   */
  void draw(boolean live) {
    writing.lock();
    try {
      List<String> lines;
      List<String> next;
      synchronized (state) {
        lines = ended;
        ended = new ArrayList<>();
        next = live ? area.draw(activity, nanos.getAsLong(), frame++) : List.of();
      }
      if (!lines.isEmpty() || !next.equals(drawn)) {
        write(frame(lines, next));
        drawn = next;
      }
    } finally {
      writing.unlock();
    }
  }

  private String frame(List<String> lines, List<String> next) {
    StringBuilder text = new StringBuilder();
    if (!drawn.isEmpty()) {
      text.append("\r\u001b[").append(drawn.size()).append('A');
    }
    for (String line : lines) {
      text.append(line.replace("\n", CLEAR_LINE + "\n")).append(CLEAR_LINE).append('\n');
    }
    if (!next.isEmpty()) {
      boolean hide = !cursorHidden && !cursorStays;
      cursorHidden |= hide;
      text.append(hide ? HIDE_CURSOR : "").append(DONT_WRAP);
      next.forEach(line -> text.append(line).append(CLEAR_LINE).append('\n'));
      text.append(WRAP);
    }
    text.append(drawn.isEmpty() ? "" : CLEAR_BELOW);
    if (next.isEmpty() && cursorHidden) {
      text.append(SHOW_CURSOR);
      cursorHidden = false;
    }
    return text.toString();
  }

  private void write(String text) {
    byte[] bytes = text.getBytes(out.charset());
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  /** At the process's end, whatever brought it about; a writer that is stuck isn't waited for. */
  private void giveCursorBack() {
    try {
      if (writing.tryLock(200, TimeUnit.MILLISECONDS)) {
        try {
          cursorStays = true;
          if (cursorHidden) {
            cursorHidden = false;
            write(SHOW_CURSOR);
          }
        } finally {
          writing.unlock();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ticker.close();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      // The process ends already.
    }
  }
}
