package dev.slipway.engine.verify;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;

/**
 * What a verification proved.
 *
 * @param took wall time of the whole verification
 */
public record Report(List<CheckResult> results, Duration took) {
  public Report {
    results = List.copyOf(results);
  }

  /** Why it isn't proven: what the checks that failed say. */
  public List<Diagnostic> problems() {
    return results.stream()
        .filter(CheckResult.Failed.class::isInstance)
        .map(failed -> ((CheckResult.Failed) failed).problem())
        .toList();
  }

  /** Whether every check passed and there was at least one. */
  public boolean proven() {
    return !results.isEmpty() && results.stream().allMatch(CheckResult.Passed.class::isInstance);
  }
}
