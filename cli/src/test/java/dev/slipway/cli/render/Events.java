package dev.slipway.cli.render;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.plan.StepId.Verb;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.CheckResult;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Report;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** Events as a run brings them. */
final class Events {
  static final Diagnostic TIMEOUT =
      Diagnostic.environment(
          "APPLY-TIMEOUT",
          "A resource was made but did not become ready in time",
          "local.process/milvus was waited for 60 seconds. What it waits for: port 19530 refuses.",
          "Mend the cause, then run the same command again: it goes on from here.");

  private Events() {}

  static StepId create(String id) {
    return new StepId(ResourceId.parse(id), Verb.CREATE);
  }

  static Event started(StepId step) {
    return new Event.StepStarted(step);
  }

  static Event finished(StepId step, long millis) {
    return new Event.StepFinished(step, Duration.ofMillis(millis));
  }

  static Event progress(StepId step, double fraction, String message) {
    return new Event.StepProgress(step, OptionalDouble.of(fraction), message);
  }

  static Report proven() {
    return new Report(
        List.of(
            new CheckResult.Passed("milvus", "connect over TLS", "Milvus 2.5.1", ms(214)),
            new CheckResult.Passed("milvus", "insert 3,000 rows", "3,000 rows → 0.4 s", ms(431)),
            new CheckResult.Passed("milvus", "search 10 vectors", "10 × 5 hits", ms(87))),
        ms(1912));
  }

  static Report failed() {
    Diagnostic problem =
        Diagnostic.unproven(
            "VERIFY-FAILED",
            "The running system doesn't do what it should",
            "milvus, 'insert 3,000 rows': 2,999 rows are there instead of 3,000.",
            "Look at its log:\n  slipway logs milvus");
    return new Report(
        List.of(
            new CheckResult.Passed("milvus", "connect over TLS", "Milvus 2.5.1", ms(214)),
            new CheckResult.Failed("milvus", "insert 3,000 rows", problem, ms(61_500)),
            new CheckResult.NotRun("milvus", "search 10 vectors", "'insert 3,000 rows' failed"),
            new CheckResult.Passed("mlflow", "log a run", "run 1", ms(1))),
        ms(61_720));
  }

  /** One of each kind. */
  static List<Event> all() {
    StepId step = create("local.process/milvus");
    return List.of(
        new Event.Planned(Plans.second()),
        new Event.ApplyStarted(3),
        started(step),
        progress(step, 0.5, "half „way“"),
        new Event.StepProgress(step, OptionalDouble.empty(), "on it"),
        new Event.StepWaiting(step, "port 19530 refuses"),
        new Event.StepRetrying(step, 1, ms(2000), "too many requests"),
        finished(step, 123),
        new Event.StepFailed(step, TIMEOUT, ms(60_000)),
        new Event.StepSkipped(create("local.process/gateway"), step + " failed"),
        new Event.ApplyEnded(new Event.Outcome(1, 1, 1, false), ms(61_000)),
        new Event.CheckStarted("milvus", "connect over TLS"),
        new Event.CheckEnded(failed().results().get(1)),
        new Event.Verified(failed()),
        new Event.Swept(List.of(new Leftover("port", "19530", "process 4711"))),
        new Event.Stopping(),
        new Event.Noticed(TIMEOUT.at(new Diagnostic.Location("no-such-folder/stack.yaml", 4, 3))));
  }

  static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }
}
