package dev.slipway.engine.stack;

/** One line of a file with a caret under a column, to stand below a message. */
final class Excerpt {
  private static final int WIDTH = 76;

  private Excerpt() {}

  /**
   * @param line the line's text
   * @param number line number from 1
   * @param column column from 1, in characters; may lie behind the line's end
   */
  static String of(String line, int number, int column) {
    int[] codePoints = line.codePoints().toArray();
    int at = Math.min(column - 1, codePoints.length);
    int from = Math.max(0, Math.min(at - WIDTH / 2, codePoints.length - WIDTH));
    int to = Math.min(codePoints.length, from + WIDTH);
    StringBuilder shown = new StringBuilder();
    for (int i = from; i < to; i++) {
      shown.appendCodePoint(visible(codePoints[i]));
    }
    String gutter = number + " | ";
    String caret = " ".repeat(gutter.length() + at - from) + "^";
    return "\n" + gutter + shown + "\n" + caret;
  }

  private static int visible(int codePoint) {
    if (codePoint == '\t') {
      return '→';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> '?';
      default -> codePoint;
    };
  }
}
