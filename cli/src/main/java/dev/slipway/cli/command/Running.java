package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.stack.Stack;

/** Looks at a stack that should be up. */
final class Running {
  private Running() {}

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if nothing of the stack has been made
   */
  static StackView view(StackOptions options, Ui ui) {
    Stack stack = options.read();
    StackView view = StackView.of(options.open(stack, ui.events()));
    if (view.state().isEmpty()) {
      throw Diagnostic.user(
              "CLI-NOT-UP",
              "The stack is not up",
              "Nothing of the stack "
                  + stack.name()
                  + " ("
                  + stack.file()
                  + ") has been made, or it was taken down.",
              "Bring it up first:\n  slipway up " + stack.file())
          .asException();
    }
    return view;
  }
}
