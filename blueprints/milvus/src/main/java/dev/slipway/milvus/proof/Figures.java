package dev.slipway.milvus.proof;

import java.util.Locale;

/** Numbers as a reader of the proof sees them, in whatever country. */
final class Figures {
  private Figures() {}

  /** With a comma between thousands. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With two digits after the point. */
  static String ratio(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
