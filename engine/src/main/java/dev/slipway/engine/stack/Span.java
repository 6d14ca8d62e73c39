package dev.slipway.engine.stack;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as a stack file writes them: {@code 30s}, {@code 5m}, {@code 24h}, or ISO 8601. */
final class Span {
  /** The forms allowed, as a regular expression for the whole text. */
  static final String PATTERN =
      "[0-9]{1,9}(?:ms|s|m|h|d)"
          + "|P(?=[0-9T])(?:[0-9]{1,9}D)?"
          + "(?:T(?=[0-9])(?:[0-9]{1,9}H)?(?:[0-9]{1,9}M)?(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?S)?)?";

  private static final Pattern ANY = Pattern.compile(PATTERN);
  private static final Pattern SHORT = Pattern.compile("([0-9]+)(ms|s|m|h|d)");

  private Span() {}

  /** The duration that a text stands for, if it is one. */
  static Optional<Duration> parse(String text) {
    if (!ANY.matcher(text).matches()) {
      return Optional.empty();
    }
    Matcher brief = SHORT.matcher(text);
    return Optional.of(
        brief.matches()
            ? Duration.of(Long.parseLong(brief.group(1)), unit(brief.group(2)))
            : Duration.parse(text));
  }

  private static ChronoUnit unit(String letters) {
    return switch (letters) {
      case "ms" -> ChronoUnit.MILLIS;
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      case "h" -> ChronoUnit.HOURS;
      case "d" -> ChronoUnit.DAYS;
      default -> throw new IllegalArgumentException("not a unit of time: " + letters);
    };
  }
}
