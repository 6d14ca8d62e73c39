package dev.slipway.cli.render;

import java.io.Console;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * What is known of the place where a stream of this process ends.
 *
 * @param tty whether it is a terminal
 * @param movable whether the cursor can be moved there: a terminal that isn't a dumb one
 * @param colour whether colours and emphasis are wanted
 * @param unicode whether characters beyond ASCII can be shown
 * @param columns width in character cells, at least 20
 * @param rows height in lines, at least 4
 */
public record Terminal(
    boolean tty, boolean movable, boolean colour, boolean unicode, int columns, int rows) {

  /** One of the two streams that a process writes to. */
  public enum Stream {
    STDOUT("slipway.stdout.tty"),
    STDERR("slipway.stderr.tty");

    private final String property;

    Stream(String property) {
      this.property = property;
    }
  }

  /** When to use colours. */
  public enum Colour {
    ALWAYS,
    AUTO,
    NEVER;

    /**
     * @param text {@code always}, {@code auto} or {@code never}
     * @throws IllegalArgumentException if it is none of them
     */
    public static Colour parse(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  public Terminal {
    columns = Math.max(columns, 20);
    rows = Math.max(rows, 4);
  }

  /**
   * As this process finds it: the launcher tells by the system properties {@code
   * slipway.stdout.tty}, {@code slipway.stderr.tty}, {@code slipway.columns} and {@code
   * slipway.rows}; without it the console and {@code COLUMNS} do. {@code NO_COLOR} outweighs {@code
   * CLICOLOR_FORCE}, and {@code colour} outweighs both.
   */
  public static Terminal of(Stream stream, Colour colour) {
    return of(stream, colour, System::getenv, System::getProperty, Terminal::console);
  }

  static Terminal of(
      Stream stream,
      Colour colour,
      UnaryOperator<String> environment,
      UnaryOperator<String> properties,
      BooleanSupplier console) {
    String told = properties.apply(stream.property);
    boolean tty = told == null ? console.getAsBoolean() : Boolean.parseBoolean(told);
    boolean dumb = "dumb".equals(environment.apply("TERM"));
    return new Terminal(
        tty,
        tty && !dumb,
        coloured(colour, environment, tty && !dumb),
        unicode(environment),
        number(properties.apply("slipway.columns"), environment.apply("COLUMNS"), tty ? 80 : 120),
        number(properties.apply("slipway.rows"), environment.apply("LINES"), 24));
  }

  @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again where there is no terminal
  private static boolean console() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static boolean coloured(
      Colour colour, UnaryOperator<String> environment, boolean movable) {
    return switch (colour) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (isSet(environment.apply("NO_COLOR"))) {
          yield false;
        }
        String force = environment.apply("CLICOLOR_FORCE");
        yield movable || (isSet(force) && !force.equals("0"));
      }
    };
  }

  /** The locale's character set; the first of the three variables that is set decides. */
  private static boolean unicode(UnaryOperator<String> environment) {
    for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String locale = environment.apply(variable);
      if (isSet(locale)) {
        String upper = locale.toUpperCase(Locale.ROOT);
        return upper.contains("UTF-8") || upper.contains("UTF8");
      }
    }
    return false;
  }

  private static boolean isSet(String value) {
    return value != null && !value.isEmpty();
  }

  private static int number(String first, String second, int otherwise) {
    for (String text : new String[] {first, second}) {
      if (text != null && text.matches("[1-9][0-9]{0,4}")) {
        return Integer.parseInt(text);
      }
    }
    return otherwise;
  }
}
