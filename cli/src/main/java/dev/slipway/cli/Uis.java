package dev.slipway.cli;

import dev.slipway.cli.render.JsonLines;
import dev.slipway.cli.render.Terminal;
import dev.slipway.cli.render.Terminal.Colour;
import dev.slipway.cli.render.Terminal.Stream;
import java.time.Clock;

/** Opens the form in which a command tells what it does. */
public final class Uis {
  private Uis() {}

  /**
   * @param json whether programs read it
   * @param quiet whether only problems and results are told
   * @param verbose whether plans list what stays unchanged
   */
  public static Ui open(boolean json, Colour colour, boolean quiet, boolean verbose) {
    return json
        ? new JsonUi(System.out, new JsonLines(System.out, Clock.systemUTC()))
        : new TextUi(
            System.out,
            Terminal.of(Stream.STDOUT, colour),
            System.err,
            Terminal.of(Stream.STDERR, colour),
            quiet,
            verbose);
  }
}
