package dev.slipway.cli.render;

import static dev.slipway.cli.render.JsonTrees.tree;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.PlanCodec;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.session.ResourceView;
import dev.slipway.engine.verify.CheckResult;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Report;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one JSON object a line for each event, for programs: {@code at} (UTC, milliseconds),
 * {@code event}, then what the event tells. Only ASCII is written, so that any locale will do.
 */
public final class JsonLines implements EventSink {
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final PrintStream out;
  private final Clock clock;

  public JsonLines(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public void accept(Event event) {
    switch (event) {
      case Event.Planned(Plan plan) ->
          write("planned", tree("acting", plan.acting(), "plan", PlanCodec.encode(plan)));
      case Event.ApplyStarted(int steps) -> write("apply-started", tree("steps", steps));
      case Event.StepStarted(StepId step) -> write("step-started", step(step));
      case Event.StepProgress(StepId step, OptionalDouble fraction, String message) -> {
        Map<String, Object> tree = step(step);
        fraction.ifPresent(share -> tree.put("fraction", share));
        tree.put("message", message);
        write("step-progress", tree);
      }
      case Event.StepWaiting(StepId step, String reason) ->
          write("step-waiting", step(step, "reason", reason));
      case Event.StepRetrying(StepId step, int attempt, Duration pause, String reason) ->
          write(
              "step-retrying",
              step(step, "attempt", attempt, "pause-ms", pause.toMillis(), "reason", reason));
      case Event.StepFinished(StepId step, Duration took) ->
          write("step-finished", step(step, "took-ms", took.toMillis()));
      case Event.StepFailed(StepId step, Diagnostic problem, Duration took) ->
          write(
              "step-failed",
              step(step, "problem", JsonTrees.of(problem), "took-ms", took.toMillis()));
      case Event.StepSkipped(StepId step, String because) ->
          write("step-skipped", step(step, "because", because));
      case Event.ApplyEnded(Event.Outcome outcome, Duration took) -> {
        Map<String, Object> tree = JsonTrees.of(outcome);
        tree.put("took-ms", took.toMillis());
        write("apply-ended", tree);
      }
      case Event.CheckStarted(String system, String check) ->
          write("check-started", tree("system", system, "check", check));
      case Event.CheckEnded(CheckResult result) -> write("check-ended", JsonTrees.of(result));
      case Event.Verified(Report report) -> write("verified", JsonTrees.of(report));
      case Event.Swept(List<Leftover> leftovers) ->
          write(
              "swept",
              tree(
                  "removed",
                  leftovers.isEmpty(),
                  "leftovers",
                  leftovers.stream().map(JsonTrees::of).toList()));
      case Event.Noticed(Diagnostic notice) ->
          write("noticed", tree("notice", JsonTrees.of(notice)));
      case Event.Stopping() -> write("stopping", tree());
    }
  }

  /** A problem that ended the command: a line of its own, with {@code "event": "problem"}. */
  public void problem(Diagnostic problem) {
    write("problem", tree("problem", JsonTrees.of(problem)));
  }

  /** Each resource as it is now: a line with {@code "event": "status"}. */
  public void status(String stack, List<ResourceView> resources) {
    write(
        "status",
        tree(
            "stack",
            stack,
            "healthy",
            resources.stream().allMatch(ResourceView::healthy),
            "resources",
            resources.stream().map(JsonTrees::of).toList()));
  }

  /** What has changed without Slipway: a line with {@code "event": "drift"}. */
  public void drift(String stack, int resources, List<Drift> drifts) {
    write(
        "drift",
        tree(
            "stack",
            stack,
            "resources",
            resources,
            "drifted",
            drifts.stream().map(JsonTrees::of).toList()));
  }

  /** A line of a component's log: a line with {@code "event": "log"}. */
  public void log(String component, String line) {
    write("log", tree("component", component, "line", line));
  }

  /** How to reach what was brought up, sensitive values masked: {@code "event": "outputs"}. */
  public void outputs(List<ShownOutput> outputs) {
    Map<String, Object> tree = new LinkedHashMap<>();
    outputs.forEach(
        output ->
            tree.put(output.name(), output.sensitive() ? OutputsText.JSON_MASK : output.value()));
    write("outputs", tree("outputs", tree));
  }

  /** A single value that was asked for: {@code "event": "value"}. */
  public void value(String value) {
    write("value", tree("value", value));
  }

  private static Map<String, Object> step(StepId step, Object... more) {
    Map<String, Object> tree = tree("step", JsonTrees.of(step));
    tree.putAll(tree(more));
    return tree;
  }

  private void write(String event, Map<String, Object> tree) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", "");
    line.put("event", event);
    line.putAll(tree);
    synchronized (out) {
      // The time is taken under the lock, so that lines stand in its order.
      line.put("at", AT.format(clock.instant()));
      out.print(JSON.writeValueAsString(line) + "\n");
      out.flush();
    }
  }
}
