package dev.slipway.engine.stack;

/** A user's text within a message: quoted, short, and without anything that moves a cursor. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  static String text(String text) {
    return "'" + shown(text) + "'";
  }

  /** Without quotes. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    int[] codePoints = text.codePoints().limit(LONGEST + 1).toArray();
    for (int i = 0; i < Math.min(codePoints.length, LONGEST); i++) {
      int c = codePoints[i];
      switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            shown.append(c == '\n' ? "\\n" : "\\u%04x".formatted(c));
        default -> shown.appendCodePoint(c);
      }
    }
    return codePoints.length > LONGEST ? shown + "…" : shown.toString();
  }
}
