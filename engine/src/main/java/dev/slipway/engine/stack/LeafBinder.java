package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic.Location;
import java.math.BigDecimal;
import java.util.Optional;

/** Binds the values that hold no others: text, numbers, flags, words and durations. */
final class LeafBinder {
  private final Reporter reporter;

  LeafBinder(Reporter reporter) {
    this.reporter = reporter;
  }

  /**
   * @param at where the value itself stands
   */
  Optional<Object> text(Shape.Text shape, YamlValue value, Spot spot, Location at) {
    if (!(value instanceof YamlValue.Text(String text))) {
      return wrongType(shape, value, spot, at);
    }
    if (shape.pattern().isPresent() && !shape.pattern().get().matcher(text).matches()) {
      reporter.report(
          StackProblem.WRONG_FORM,
          at,
          (spot.name()
                  + " is "
                  + value.describe()
                  + ", which doesn't have the form that it must. "
                  + spot.doc())
              .strip(),
          "Write a text that matches this regular expression:\n  " + shape.pattern().get());
      return Optional.empty();
    }
    return Optional.of(text);
  }

  Optional<Object> whole(Shape.Whole shape, YamlValue value, Spot spot, Location at) {
    if (!(value instanceof YamlValue.Numeric(BigDecimal number))) {
      return wrongType(shape, value, spot, at);
    }
    if (!within(number, BigDecimal.valueOf(shape.min()), BigDecimal.valueOf(shape.max()))) {
      return outOfRange(value, spot, at, "Write a whole number " + Bounds.describe(shape) + ".");
    }
    if (number.stripTrailingZeros().scale() > 0) {
      return wrongType(shape, value, spot, at);
    }
    return Optional.of(shape.wide() ? (Object) number.longValue() : (Object) number.intValue());
  }

  Optional<Object> decimal(Shape.Decimal shape, YamlValue value, Spot spot, Location at) {
    if (!(value instanceof YamlValue.Numeric(BigDecimal number))) {
      return wrongType(shape, value, spot, at);
    }
    BigDecimal min = Bounds.min(shape);
    BigDecimal max = Bounds.max(shape);
    if (!within(number, min, max)) {
      return outOfRange(value, spot, at, "Write a number " + Bounds.describe(shape) + ".");
    }
    return Optional.of(number.doubleValue());
  }

  Optional<Object> flag(Shape.Flag shape, YamlValue value, Spot spot, Location at) {
    return value instanceof YamlValue.Flag(boolean flag)
        ? Optional.of(flag)
        : wrongType(shape, value, spot, at);
  }

  Optional<Object> word(Shape.Word shape, YamlValue value, Spot spot, Location at) {
    if (!(value instanceof YamlValue.Text(String text))) {
      return wrongType(shape, value, spot, at);
    }
    Object constant = shape.words().get(text);
    if (constant == null) {
      reporter.report(
          StackProblem.UNKNOWN_WORD,
          at,
          spot.name() + " must be " + Expected.by(shape) + ", but it is " + Quoted.text(text) + ".",
          Suggestion.of(text, shape.words().keySet(), "words"));
    }
    return Optional.ofNullable(constant);
  }

  Optional<Object> time(Shape.Time shape, YamlValue value, Spot spot, Location at) {
    if (!(value instanceof YamlValue.Text(String text))) {
      return wrongType(shape, value, spot, at);
    }
    Optional<Object> duration = Span.parse(text).map(Object.class::cast);
    if (duration.isEmpty()) {
      reporter.report(
          StackProblem.WRONG_FORM,
          at,
          spot.name() + " must be a duration, but it is " + value.describe() + ".",
          "Write a number with its unit (ms, s, m, h or d), for example 30s, 5m or 24h.");
    }
    return duration;
  }

  /** Reports a value of the wrong type and returns nothing. */
  Optional<Object> wrongType(Shape shape, YamlValue value, Spot spot, Location at) {
    reporter.report(
        StackProblem.WRONG_TYPE,
        at,
        spot.name() + " must be " + Expected.by(shape) + ", but it is " + value.describe() + ".",
        Expected.fix(shape, value));
    return Optional.empty();
  }

  private Optional<Object> outOfRange(YamlValue value, Spot spot, Location at, String fix) {
    reporter.report(
        StackProblem.OUT_OF_RANGE,
        at,
        spot.name() + " is " + value.describe() + ", which is out of range.",
        fix);
    return Optional.empty();
  }

  private static boolean within(BigDecimal number, BigDecimal min, BigDecimal max) {
    return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
  }
}
