package dev.slipway.cli.render;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.verify.CheckResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Plays an {@code up} that does nothing, to look at what it prints. Arguments: number of steps,
 * {@code quiet} or {@code fail}.
 */
public final class FakeUp {
  private FakeUp() {}

  @SuppressWarnings("ClosingStandardOutputStreams") // closing a display leaves its streams open
  public static void main(String[] args) throws Exception {
    List<String> options = List.of(args);
    int steps = options.isEmpty() ? 11 : Integer.parseInt(options.getFirst());
    try (TextEvents events =
        new TextEvents(
            System.out,
            Terminal.of(Terminal.Stream.STDOUT, Terminal.Colour.AUTO),
            System.err,
            Terminal.of(Terminal.Stream.STDERR, Terminal.Colour.AUTO),
            options.contains("quiet"),
            false)) {
      events.accept(new Event.Planned(Plans.first()));
      long began = System.nanoTime();
      events.accept(new Event.ApplyStarted(steps));
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < steps; i++) {
        work.add(step(Events.create("local.process/system-" + i), i % 3 == 0, events));
      }
      try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
        threads.invokeAll(work);
      }
      if (options.contains("fail")) {
        events.accept(
            new Event.StepFailed(
                Events.create("local.process/milvus"), Events.TIMEOUT, since(began)));
      }
      events.accept(
          new Event.Noticed(
              Diagnostic.environment(
                  "LOCAL-OLD-PYTHON", "Python is old", "Python 3.10 ends soon.", "Install 3.12.")));
      events.accept(new Event.ApplyEnded(new Event.Outcome(steps, 0, 0, false), since(began)));
      for (CheckResult result : Events.proven().results()) {
        events.accept(new Event.CheckStarted(result.system(), result.check()));
        Thread.sleep(700);
        events.accept(new Event.CheckEnded(result));
      }
      events.accept(
          new Event.Verified(options.contains("fail") ? Events.failed() : Events.proven()));
    }
  }

  private static Callable<Void> step(StepId step, boolean measured, TextEvents events) {
    return () -> {
      long began = System.nanoTime();
      events.accept(Events.started(step));
      int parts = ThreadLocalRandom.current().nextInt(10, 80);
      for (int part = 0; part < parts; part++) {
        Thread.sleep(100);
        if (measured) {
          events.accept(
              Events.progress(step, part / (double) parts, "part " + part + " of " + parts));
        } else if (part % 10 == 5) {
          events.accept(new Event.StepWaiting(step, "port " + part + " doesn't answer yet"));
        }
      }
      events.accept(new Event.StepFinished(step, since(began)));
      return null;
    };
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
