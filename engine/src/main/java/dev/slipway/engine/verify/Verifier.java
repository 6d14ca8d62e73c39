package dev.slipway.engine.verify;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.event.EventSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Runs the checks of every system, in order, and tells each result as it comes.
 *
 * @param cancelled asked before each check; the rest isn't run once it says so
 * @param opener opens the way of a route, or throws a {@link DiagnosticException}
 */
public record Verifier(EventSink events, BooleanSupplier cancelled, Function<Route, Way> opener) {
  /** The check that stands for the opening of ways. */
  private static final String REACH = "reach it from here";

  /** Proves the systems; a check that fails keeps the later checks of its system from being run. */
  public Report verify(List<Proof> proofs, Endpoint endpoint) {
    long began = System.nanoTime();
    List<CheckResult> results = new ArrayList<>();
    for (Proof proof : proofs) {
      results.addAll(prove(proof, endpoint));
    }
    Report report = new Report(results, since(began));
    events.accept(new Event.Verified(report));
    return report;
  }

  private List<CheckResult> prove(Proof proof, Endpoint endpoint) {
    long began = System.nanoTime();
    try (Ways ways = Ways.open(proof.routes(), opener, endpoint)) {
      try {
        return verify(proof, ways, Optional.empty());
      } finally {
        proof.cleanup().run();
      }
    } catch (DiagnosticException e) {
      events.accept(new Event.CheckStarted(proof.system(), REACH));
      CheckResult unreached =
          new CheckResult.Failed(proof.system(), REACH, e.first(), since(began));
      events.accept(new Event.CheckEnded(unreached));
      List<CheckResult> results = new ArrayList<>(List.of(unreached));
      results.addAll(verify(proof, endpoint, Optional.of("'" + REACH + "' failed")));
      return results;
    }
  }

  private List<CheckResult> verify(Proof proof, Endpoint endpoint, Optional<String> because) {
    List<CheckResult> results = new ArrayList<>();
    Optional<String> stopped = because;
    for (Check check : proof.checks()) {
      if (stopped.isEmpty() && cancelled.getAsBoolean()) {
        stopped = Optional.of("the run was cancelled");
      }
      CheckResult result =
          stopped.isEmpty()
              ? run(proof.system(), check, endpoint)
              : new CheckResult.NotRun(proof.system(), check.name(), stopped.get());
      if (result instanceof CheckResult.Failed) {
        stopped = Optional.of("'" + check.name() + "' failed");
      }
      events.accept(new Event.CheckEnded(result));
      results.add(result);
    }
    return results;
  }

  private CheckResult run(String system, Check check, Endpoint endpoint) {
    events.accept(new Event.CheckStarted(system, check.name()));
    long began = System.nanoTime();
    try {
      String seen = check.run(endpoint);
      return new CheckResult.Passed(system, check.name(), seen, since(began));
    } catch (CheckFailure failure) {
      Diagnostic problem =
          Diagnostic.unproven(
              "VERIFY-FAILED",
              "The running system doesn't do what it should",
              system + ", '" + check.name() + "': " + failure.getMessage(),
              failure.fix());
      return new CheckResult.Failed(system, check.name(), problem, since(began));
    } catch (DiagnosticException e) {
      return new CheckResult.Failed(system, check.name(), e.first(), since(began));
    } catch (RuntimeException e) {
      Diagnostic problem =
          Diagnostic.bug(
              "VERIFY-BUG",
              "A check failed in a way that it never should",
              system + ", '" + check.name() + "': " + e);
      return new CheckResult.Failed(system, check.name(), problem, since(began));
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
