package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.diagnostic.ExitCode;

/** How a command ends whose plan could not be applied to its end. */
final class Ending {
  private Ending() {}

  static ExitCode of(Applier.Result result, Ui ui) {
    if (!result.problems().isEmpty()) {
      ui.problems(result.problems());
      return ExitCode.of(result.problems());
    }
    ui.say(
        "Stopped in good order. What was done is written down; the same command goes on from"
            + " here.");
    return ExitCode.INTERRUPTED;
  }
}
