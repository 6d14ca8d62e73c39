package dev.slipway.cli.render;

import dev.slipway.engine.event.EventSink;
import java.io.PrintStream;

/**
 * Shows people how far a command is while it works; where that is a terminal, it moves. Plans,
 * proofs and the problems that end a command are told by others.
 */
public interface Display extends EventSink, AutoCloseable {

  /**
   * Shows all that was told so far, clears the way, and runs {@code print}, which may write to the
   * same terminal; then goes on.
   */
  void aside(Runnable print);

  /** Shows what is left to show and gives the terminal back; events after it are not shown. */
  @Override
  void close();

  /** The display that fits the terminal; a quiet one tells only notices and an unclean end. */
  static Display on(PrintStream out, Terminal terminal, boolean quiet) {
    if (quiet) {
      return new QuietDisplay(out, terminal);
    }
    return terminal.movable() ? new LiveDisplay(out, terminal) : new PlainDisplay(out, terminal);
  }
}
