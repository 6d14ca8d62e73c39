package dev.slipway.cli.render;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event.Outcome;
import dev.slipway.engine.plan.DiffCodec;
import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.session.ResourceView;
import dev.slipway.engine.spec.SpecTree;
import dev.slipway.engine.verify.CheckResult;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Report;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parts of events as JSON trees; their keys are stable. */
final class JsonTrees {
  private JsonTrees() {}

  /** A tree from alternating names and values. */
  static Map<String, Object> tree(Object... namesAndValues) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return tree;
  }

  static Map<String, Object> of(StepId step) {
    return tree(
        "verb",
        step.verb().name().toLowerCase(Locale.ROOT),
        "resource",
        step.resource().toString());
  }

  static Map<String, Object> of(Diagnostic problem) {
    Map<String, Object> tree =
        tree(
            "code", problem.code(),
            "fault", problem.fault().name().toLowerCase(Locale.ROOT),
            "summary", problem.summary(),
            "detail", problem.detail(),
            "fix", problem.fix());
    problem
        .location()
        .ifPresent(
            at -> {
              tree.put("file", at.file());
              tree.put("line", at.line());
              tree.put("column", at.column());
            });
    return tree;
  }

  static Map<String, Object> of(Outcome outcome) {
    return tree(
        "finished", outcome.finished(),
        "failed", outcome.failed(),
        "skipped", outcome.skipped(),
        "cancelled", outcome.cancelled());
  }

  static Map<String, Object> of(CheckResult result) {
    return switch (result) {
      case CheckResult.Passed(String system, String check, String seen, Duration took) ->
          tree(
              "system", system,
              "check", check,
              "result", "passed",
              "seen", seen,
              "took-ms", took.toMillis());
      case CheckResult.Failed(String system, String check, Diagnostic problem, Duration took) ->
          tree(
              "system",
              system,
              "check",
              check,
              "result",
              "failed",
              "problem",
              of(problem),
              "took-ms",
              took.toMillis());
      case CheckResult.NotRun(String system, String check, String because) ->
          tree("system", system, "check", check, "result", "not-run", "because", because);
    };
  }

  static Map<String, Object> of(Report report) {
    return tree(
        "proven", report.proven(),
        "checks", report.results().stream().map(JsonTrees::of).toList(),
        "took-ms", report.took().toMillis());
  }

  static Map<String, Object> of(ResourceView resource) {
    Map<String, Object> tree =
        tree("resource", resource.id().toString(), "status", StatusWords.word(resource.status()));
    if (!StatusWords.reason(resource.status()).isEmpty()) {
      tree.put("reason", StatusWords.reason(resource.status()));
    }
    tree.put("attributes", SpecTree.encodeValue(resource.attributes().values()));
    return tree;
  }

  static Map<String, Object> of(Drift drift) {
    return switch (drift) {
      case Drift.Changed(ResourceId id, Diff diff) ->
          tree("resource", id.toString(), "drift", "changed", "fields", DiffCodec.encode(diff));
      case Drift.Gone(ResourceId id) -> tree("resource", id.toString(), "drift", "gone");
      case Drift.Foreign(ResourceId id) -> tree("resource", id.toString(), "drift", "foreign");
    };
  }

  static Map<String, Object> of(Leftover left) {
    return tree("kind", left.kind(), "name", left.name(), "held-by", left.heldBy());
  }
}
