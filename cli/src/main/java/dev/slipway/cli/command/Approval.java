package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.stack.Stack;

/** Asks before something that costs money. */
final class Approval {
  private Approval() {}

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if approval is needed and not given
   */
  static void need(Stack stack, boolean yes, String question, Ui ui) {
    if (!stack.target().kind().costsMoney() || yes || ui.confirm(question)) {
      return;
    }
    throw Diagnostic.user(
            "CLI-NOT-APPROVED",
            "The plan was not approved",
            "Target "
                + stack.target().kind().name()
                + " costs money, so its plans need a yes: on the terminal, by --yes, or by applying"
                + " a plan file.",
            """
            Look at the plan, then approve it:
              slipway plan -o plan.json
              slipway up plan.json\
            """)
        .asException();
  }
}
