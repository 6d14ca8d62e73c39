package dev.slipway.cli.render;

import static dev.slipway.cli.render.Events.finished;
import static dev.slipway.cli.render.Events.progress;
import static dev.slipway.cli.render.Events.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveDisplayTest {
  private static final StepId PYTHON = Events.create("local.python/milvus");
  private static final StepId PORT = Events.create("local.port/milvus");
  private static final StepId PROCESS = Events.create("local.process/milvus");

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void endedStepsScrollUpAboveWhatRuns() {
    Golden.check("live", story(Terminals.MOVING));
  }

  @Test
  void narrowTerminalIsNeverOverrun() {
    Golden.check("live-narrow", story(Terminals.NARROW));
  }

  @Test
  void asciiTerminalGetsNothingElse() {
    String story = story(Terminals.ASCII);

    Golden.check("live-ascii", story);
    assertThat(story).matches("\\p{ASCII}*");
  }

  private String story(Terminal terminal) {
    Screen screen = new Screen(terminal.columns(), terminal.rows());
    StringBuilder story = new StringBuilder();
    try (LiveDisplay display = new LiveDisplay(screen.stream(), terminal, nanos::get)) {
      display.accept(new Event.ApplyStarted(4));
      display.accept(started(PORT));
      display.accept(started(PYTHON));
      after(5_300, display);
      look("two steps run", screen, story);
      display.accept(finished(PORT, 412));
      display.accept(
          progress(
              PYTHON,
              0.58,
              "installing \u001b[1mnumpy\u001b[0m (34 of 61 packages) from the cache"));
      after(7_800, display);
      look("one has ended, the other tells how far it is", screen, story);
      display.accept(finished(PYTHON, 13_100));
      display.accept(started(PROCESS));
      display.accept(
          new Event.StepRetrying(
              PROCESS,
              1,
              Events.ms(2000),
              terminal.unicode() ? "向量 service is starting" : "service is starting"));
      after(61_000, display);
      look("a retry", screen, story);
      display.accept(new Event.StepFailed(PROCESS, Events.TIMEOUT, Events.ms(61_000)));
      display.accept(
          new Event.StepSkipped(Events.create("local.process/gateway"), PROCESS + " failed"));
      after(100, display);
      look("failed", screen, story);
      display.accept(new Event.ApplyEnded(new Event.Outcome(2, 1, 1, false), Events.ms(74_300)));
      display.accept(new Event.CheckStarted("milvus", "insert 3,000 rows"));
      after(2_000, display);
      look("proving", screen, story);
      assertThat(screen.cursorShown()).isFalse();
      display.accept(new Event.CheckEnded(Events.proven().results().get(1)));
      display.draw(false);
    }
    look("the end", screen, story);
    assertThat(screen.cursorShown()).isTrue();
    return story.toString();
  }

  private void after(long millis, LiveDisplay display) {
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    display.draw(true);
  }

  private static void look(String title, Screen screen, StringBuilder story) {
    story.append("== ").append(title).append('\n').append(screen.text());
  }

  @Test
  void areaStaysSmallHoweverManyStepsRun() {
    Terminal low = new Terminal(true, true, false, true, 80, 10);
    Screen screen = new Screen(80, 10);
    try (LiveDisplay display = new LiveDisplay(screen.stream(), low, nanos::get)) {
      display.accept(new Event.ApplyStarted(500));
      for (int i = 0; i < 300; i++) {
        display.accept(started(Events.create("cloud.thing/n" + i)));
      }
      after(1000, display);
      assertThat(screen.text().lines()).hasSize(9);
      assertThat(screen.text()).contains("… and 293 more").contains("0/500");
      for (int i = 0; i < 298; i++) {
        display.accept(finished(Events.create("cloud.thing/n" + i), i));
      }
      after(1000, display);
      assertThat(screen.text().lines()).hasSize(298 + 3);
    }
  }

  @Test
  void frameIsOneWriteAndNothingIsWrittenWhileNothingHappens() {
    Screen screen = new Screen(80, 24);
    try (LiveDisplay display = new LiveDisplay(screen.stream(), Terminals.MOVING, nanos::get)) {
      display.draw(true);
      assertThat(screen.writes()).isZero();
      display.accept(new Event.ApplyStarted(2));
      display.accept(started(PORT));
      display.draw(true);
      assertThat(screen.writes()).isEqualTo(1);
      display.draw(true);
      assertThat(screen.writes()).isEqualTo(2);
    }
  }

  @Test
  void othersPrintOnAClearTerminal() {
    Screen screen = new Screen(80, 24);
    try (LiveDisplay display = new LiveDisplay(screen.stream(), Terminals.MOVING, nanos::get)) {
      display.accept(new Event.ApplyStarted(2));
      display.accept(started(PORT));
      display.draw(true);
      display.aside(
          () -> {
            assertThat(screen.cursorShown()).isTrue();
            var other = screen.stream();
            other.print("said aside\n");
            other.flush();
          });
      assertThat(screen.text()).isEqualTo("said aside\n");
      display.draw(true);
      assertThat(screen.text()).startsWith("said aside\n").contains("local.port/milvus");
      display.draw(false);
    }
  }

  @Test
  void floodOfSkippedStepsIsCutShort() {
    Screen screen = new Screen(200, 24);
    try (LiveDisplay display = new LiveDisplay(screen.stream(), Terminals.MOVING, nanos::get)) {
      for (int i = 0; i < 1000; i++) {
        display.accept(new Event.StepSkipped(Events.create("cloud.thing/n" + i), "it failed"));
      }
      display.draw(false);
    }
    assertThat(screen.text().lines()).hasSize(6);
    assertThat(screen.text()).contains("more steps were skipped");
  }

  @Test
  void eventsFromManyThreadsAllArriveAndTheThreadEnds() throws Exception {
    Screen screen = new Screen(100, 24);
    int threads = 16;
    int each = 200;
    long before = displayThreads();
    try (LiveDisplay display = new LiveDisplay(screen.stream(), Terminals.MOVING);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      display.accept(new Event.ApplyStarted(threads * each));
      List<Future<?>> runs = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        runs.add(
            workers.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    StepId step = Events.create("cloud.thing/n" + thread + "-" + i);
                    display.accept(started(step));
                    display.accept(progress(step, i / (double) each, "on it"));
                    display.accept(finished(step, i));
                    if (i % 50 == 0) {
                      display.aside(() -> {});
                    }
                  }
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
      display.accept(
          new Event.ApplyEnded(new Event.Outcome(threads * each, 0, 0, false), Events.ms(900)));
    }
    List<String> lines = screen.text().lines().toList();
    assertThat(lines).hasSize(threads * each + 1).doesNotHaveDuplicates();
    assertThat(lines.getLast()).isEqualTo("Applied 3200 steps in 0.9 s.");
    assertThat(screen.cursorShown()).isTrue();
    assertThat(displayThreads()).isEqualTo(before);
  }

  private static long displayThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("slipway-display"))
        .count();
  }

  @Test
  void framesComeAtMostTenTimesASecond() {
    Screen screen = new Screen(100, 24);
    long began = System.nanoTime();
    try (LiveDisplay display = new LiveDisplay(screen.stream(), Terminals.MOVING)) {
      display.accept(new Event.ApplyStarted(1));
      display.accept(started(PORT));
      for (int i = 0; i < 200_000; i++) {
        display.accept(progress(PORT, i / 200_000.0, "row " + i));
      }
    }
    long tenths = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) / 100;
    assertThat(screen.writes()).isLessThanOrEqualTo((int) tenths + 2);
  }

  @Test
  void closingTwiceAndTellingAfterwardsDoNoHarm() {
    Screen screen = new Screen(100, 24);
    LiveDisplay display = new LiveDisplay(screen.stream(), Terminals.MOVING);
    display.accept(finished(PORT, 5));
    display.close();
    display.accept(finished(PROCESS, 5));
    display.close();
    assertThat(screen.text()).isEqualTo("✓ created local.port/milvus (5 ms)\n");
  }
}
