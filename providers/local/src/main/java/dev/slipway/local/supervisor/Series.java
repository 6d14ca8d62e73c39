package dev.slipway.local.supervisor;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of failures: runs that each ended before they were long enough to count as good.
 *
 * @param failures how many
 * @param since when the first of those runs began; empty if none failed
 */
record Series(int failures, Optional<Instant> since) {
  static final Series NONE = new Series(0, Optional.empty());

  /**
   * @param began when the run that now failed began
   */
  Series failed(Instant began) {
    return new Series(failures + 1, since.or(() -> Optional.of(began)));
  }
}
