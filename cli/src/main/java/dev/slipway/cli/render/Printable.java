package dev.slipway.cli.render;

import java.util.regex.Pattern;

/**
 * Text from elsewhere (a program's output, an observed value, a file) made safe to print: it can't
 * move the cursor, colour anything or begin a line of its own.
 */
final class Printable {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\x1b(\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(\\x07|\\x1b\\\\)?|[@-Z\\\\^_])");

  private Printable() {}

  /** One line: escape codes left out, line ends and other controls shown as blanks. */
  static String line(String text) {
    return clean(text, false).strip();
  }

  /** Escape codes and control characters left out, line ends kept. */
  static String lines(String text) {
    return clean(text, true);
  }

  private static String clean(String text, boolean keepLineEnds) {
    StringBuilder clean = new StringBuilder(text.length());
    String bare = text.indexOf('\u001b') < 0 ? text : ESCAPE.matcher(text).replaceAll("");
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c == '\n' && keepLineEnds) {
        clean.append(c);
      } else if (c == '\t' || c == '\n') {
        clean.append(' ');
      } else if (!Character.isISOControl(c)) {
        clean.append(c);
      }
    }
    return clean.toString();
  }
}
