package dev.slipway.engine.stack;

import java.math.BigDecimal;

/** The bounds of numbers. */
final class Bounds {
  private Bounds() {}

  static BigDecimal min(Shape.Decimal shape) {
    return shape.min() == Long.MIN_VALUE
        ? BigDecimal.valueOf(-Double.MAX_VALUE)
        : BigDecimal.valueOf(shape.min());
  }

  static BigDecimal max(Shape.Decimal shape) {
    return shape.max() == Long.MAX_VALUE
        ? BigDecimal.valueOf(Double.MAX_VALUE)
        : BigDecimal.valueOf(shape.max());
  }

  /** For a message or comment: {@code from 0 to 1}, {@code of at least 0}. */
  static String describe(Shape.Whole shape) {
    return shape.wide()
        ? describe(shape.min(), shape.max())
        : describe(
            shape.min() == Integer.MIN_VALUE ? Long.MIN_VALUE : shape.min(),
            shape.max() == Integer.MAX_VALUE ? Long.MAX_VALUE : shape.max());
  }

  /** See {@link #describe(Shape.Whole)}. */
  static String describe(Shape.Decimal shape) {
    return describe(shape.min(), shape.max());
  }

  private static String describe(long min, long max) {
    boolean below = min != Long.MIN_VALUE;
    boolean above = max != Long.MAX_VALUE;
    if (below && above) {
      return "from " + min + " to " + max;
    }
    if (below) {
      return "of at least " + min;
    }
    return above ? "of at most " + max : "of usual size";
  }
}
