package dev.slipway.cli.render;

/** Text measured in the cells of a terminal: most characters take one, some none, some two. */
final class Width {
  private Width() {}

  /** Cells that a text without control characters takes. */
  static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int point) {
    if (point < 0x300) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(point) ? 2 : 1;
    };
  }

  private static boolean isWide(int point) {
    return Character.isEmojiPresentation(point)
        || Character.isIdeographic(point)
        || within(point, 0x1100, 0x115F)
        || within(point, 0x2E80, 0xA4CF)
        || within(point, 0xAC00, 0xD7A3)
        || within(point, 0xF900, 0xFAFF)
        || within(point, 0xFE30, 0xFE6F)
        || within(point, 0xFF01, 0xFF60)
        || within(point, 0xFFE0, 0xFFE6);
  }

  private static boolean within(int point, int first, int last) {
    return point >= first && point <= last;
  }

  /** The text, followed by blanks up to a width. */
  static String pad(String text, int cells) {
    return text + " ".repeat(Math.max(0, cells - of(text)));
  }

  /** The text with its end left out if it is wider than {@code cells}. */
  static String fit(String text, int cells, String ellipsis) {
    if (of(text) <= cells) {
      return text;
    }
    int room = cells - of(ellipsis);
    return room <= 0 ? head(text, Math.max(cells, 0)) : head(text, room) + ellipsis;
  }

  /** The text with its middle left out if it is wider than {@code cells}. */
  static String middle(String text, int cells, String ellipsis) {
    int room = cells - of(ellipsis);
    if (of(text) <= cells) {
      return text;
    }
    if (room < 2) {
      return fit(text, cells, ellipsis);
    }
    int tail = room / 2;
    return head(text, room - tail) + ellipsis + tail(text, tail);
  }

  /** The longest beginning that fits. */
  static String head(String text, int cells) {
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      used += of(point);
      if (used > cells) {
        break;
      }
      at += Character.charCount(point);
    }
    return text.substring(0, at);
  }

  /** The longest end that fits. */
  static String tail(String text, int cells) {
    int used = 0;
    int at = text.length();
    while (at > 0) {
      int point = text.codePointBefore(at);
      used += of(point);
      if (used > cells) {
        break;
      }
      at -= Character.charCount(point);
    }
    return text.substring(at);
  }
}
