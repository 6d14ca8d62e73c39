package dev.slipway.kubernetes.status.trouble;

import java.util.List;
import java.util.regex.Pattern;

/** Texts from elsewhere as parts of one line. */
public final class Phrase {
  private static final int LONGEST = 400;

  /** Colours and cursor movements, as programs write them into their logs. */
  private static final Pattern ESCAPE = Pattern.compile("\\x1b\\[[0-?]*[ -/]*[@-~]");

  private Phrase() {}

  /** One line without a full stop at its end, cut where it gets too long. */
  public static String line(String text) {
    String line = ESCAPE.matcher(text).replaceAll("").strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    if (line.length() > LONGEST) {
      line = line.substring(0, LONGEST - 1).stripTrailing() + "…";
    }
    return line.endsWith(".") && !line.endsWith("..") ? line.substring(0, line.length() - 1) : line;
  }

  /** {@code 1 restart}, {@code 3 restarts}. */
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** The lines of a log that say something. */
  public static List<String> log(String log) {
    return log.lines().map(Phrase::line).filter(line -> !line.isEmpty()).toList();
  }

  /** What follows the last occurrence of a mark; the whole if it doesn't occur. */
  static String after(String text, String mark) {
    int at = text.lastIndexOf(mark);
    return at < 0 ? text : text.substring(at + mark.length());
  }
}
