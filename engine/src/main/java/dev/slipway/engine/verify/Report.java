package dev.slipway.engine.verify;

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

  /** Whether every check passed and there was at least one. */
  public boolean proven() {
    return !results.isEmpty() && results.stream().allMatch(CheckResult.Passed.class::isInstance);
  }
}
