package dev.slipway.cli.render;

/**
 * Colours and emphasis, or none of them.
 *
 * @param on whether escape codes are written
 */
public record Style(boolean on) {

  /** What a piece of text is coloured by. */
  public enum Ink {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    CYAN("36"),
    BOLD_RED("1;31"),
    BOLD_GREEN("1;32"),
    BOLD_YELLOW("1;33");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  public static Style of(Terminal terminal) {
    return new Style(terminal.colour());
  }

  /** The text in a colour; without colours just the text. */
  public String paint(Ink ink, String text) {
    return on && ink != Ink.PLAIN && !text.isEmpty()
        ? "\u001b[" + ink.code + "m" + text + "\u001b[0m"
        : text;
  }

  String bold(String text) {
    return paint(Ink.BOLD, text);
  }

  String dim(String text) {
    return paint(Ink.DIM, text);
  }
}
