package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.diagnostic.ExitCode;
import java.util.List;
import java.util.function.Supplier;

/** Runs a command so that whatever goes wrong ends in a message and the right exit code. */
final class Guarded {
  private Guarded() {}

  static int run(Ui ui, Supplier<ExitCode> command) {
    try {
      return command.get().code();
    } catch (DiagnosticException e) {
      ui.problems(e.diagnostics());
      debug(e);
      return ExitCode.of(e.diagnostics()).code();
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      Diagnostic bug =
          Diagnostic.bug(
              "CLI-BUG",
              "The command failed in a way that it never should",
              e + (e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "") + ".");
      ui.problems(List.of(bug));
      debug(e);
      return ExitCode.BUG.code();
    }
  }

  /** The stack trace, for those who set {@code SLIPWAY_DEBUG}. */
  private static void debug(Throwable thrown) {
    if (System.getenv("SLIPWAY_DEBUG") != null) {
      thrown.printStackTrace(System.err);
    }
  }
}
