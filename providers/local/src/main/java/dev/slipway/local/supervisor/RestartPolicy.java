package dev.slipway.local.supervisor;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When what died is started again: after a pause that doubles with each failure in a row, up to the
 * longest.
 *
 * @param first pause after the first failure
 * @param goodRun a run of this length ends the row of failures
 */
record RestartPolicy(Duration first, Duration longest, Duration goodRun) {
  static final RestartPolicy DEFAULT =
      new RestartPolicy(Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(60));

  /**
   * The pause, a quarter shorter or longer by chance, so that things which fail together don't all
   * come back together.
   *
   * @param failures in a row, at least 1
   */
  Duration pause(int failures, RandomGenerator random) {
    double doubled = first.toNanos() * Math.pow(2, failures - 1);
    double capped = Math.min(doubled, (double) longest.toNanos());
    return Duration.ofNanos((long) (capped * random.nextDouble(0.75, 1.25)));
  }
}
