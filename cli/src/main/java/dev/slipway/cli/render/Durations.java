package dev.slipway.cli.render;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them. */
final class Durations {
  private Durations() {}

  /** For example {@code 40 ms}, {@code 0.4 s}, {@code 1 min 03 s}, {@code 2 h 05 min}. */
  static String text(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 100) {
      return millis + " ms";
    }
    return millis < 59_950
        ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
        : minutes(Math.round(millis / 1000.0));
  }

  /** Without tenths, for a time that still runs. */
  static String running(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < 60 ? seconds + " s" : minutes(seconds);
  }

  private static String minutes(long seconds) {
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
  }
}
