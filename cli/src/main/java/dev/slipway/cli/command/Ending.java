package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.verify.Report;

/** How a command ends that applied a plan or asked for a proof. */
final class Ending {
  private Ending() {}

  /** Of a proof that was not cut short; one that our own bug kept from its end is told apart. */
  static ExitCode of(Report report) {
    if (report.proven()) {
      return ExitCode.OK;
    }
    return report.problems().isEmpty() ? ExitCode.UNPROVEN : ExitCode.of(report.problems());
  }

  /** Of a plan that could not be applied to its end. */
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
