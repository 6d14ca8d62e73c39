package dev.slipway.cli.render;

import static dev.slipway.cli.render.Events.finished;
import static dev.slipway.cli.render.Events.progress;
import static dev.slipway.cli.render.Events.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.StepId;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PlainDisplayTest {
  private static final StepId PYTHON = Events.create("local.python/milvus");
  private static final StepId PROCESS = Events.create("local.process/milvus");

  private final AtomicLong nanos = new AtomicLong();
  private final Screen screen = new Screen(200, 24);

  @Test
  void oneLineForWhatIsWorthOne() {
    try (PlainDisplay display = new PlainDisplay(screen.stream(), Terminals.PLAIN)) {
      Events.all().forEach(display::accept);
    }
    Golden.check("plain-all", screen.text());
  }

  @Test
  void quietDisplayTellsNoticesAndAnUncleanEndOnly() {
    try (QuietDisplay display = new QuietDisplay(screen.stream(), Terminals.PLAIN)) {
      Events.all().forEach(display::accept);
      display.accept(new Event.ApplyEnded(new Event.Outcome(4, 0, 0, false), Events.ms(3)));
    }
    Golden.check("quiet-all", screen.text());
  }

  @Test
  void silentStepTellsEveryTenSecondsThatItStillRuns() {
    try (PlainDisplay display = display()) {
      display.accept(started(PROCESS));
      seconds(35, display);
      display.accept(new Event.StepProgress(PROCESS, OptionalDouble.empty(), "starting"));
      seconds(6, display);
      display.accept(finished(PROCESS, 41_000));
      seconds(60, display);
    }
    assertThat(screen.text().lines())
        .containsExactly(
            "create local.process/milvus: 10 s",
            "create local.process/milvus: 20 s",
            "create local.process/milvus: 30 s",
            "create local.process/milvus: 40 s, starting",
            "[1/0] ✓ created local.process/milvus (41.0 s)");
  }

  @Test
  void measuredStepTellsItsQuartersButNotEveryStepOfThem() {
    try (PlainDisplay display = display()) {
      display.accept(new Event.ApplyStarted(1));
      display.accept(started(PYTHON));
      for (int percent = 0; percent <= 100; percent++) {
        display.accept(progress(PYTHON, percent / 100.0, percent + " of 100"));
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(150));
        display.tick();
      }
      display.accept(finished(PYTHON, 15_150));
    }
    assertThat(screen.text().lines())
        .containsExactly(
            "Applying 1 step.",
            "create local.python/milvus: 25%, 3 s, 25 of 100",
            "create local.python/milvus: 50%, 7 s, 50 of 100",
            "create local.python/milvus: 75%, 11 s, 75 of 100",
            "[1/1] ✓ created local.python/milvus (15.2 s)");
  }

  @Test
  void shortStepTellsNothingBeforeItsEnd() {
    try (PlainDisplay display = display()) {
      display.accept(started(PYTHON));
      for (int percent = 0; percent <= 100; percent += 5) {
        display.accept(progress(PYTHON, percent / 100.0, "on it"));
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        display.tick();
      }
      assertThat(screen.text()).isEqualTo("\n");
    }
  }

  private PlainDisplay display() {
    return new PlainDisplay(screen.stream(), Terminals.PLAIN, nanos::get);
  }

  private void seconds(int count, PlainDisplay display) {
    for (int i = 0; i < count; i++) {
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
      display.tick();
    }
  }
}
