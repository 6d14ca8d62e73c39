package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.session.StackView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway drift}. */
@Command(
    name = "drift",
    description = "Show what has changed in the stack without Slipway, and change nothing.",
    footerHeading = "%nExit code:%n",
    footer = "  0 if nothing has, 4 if something has. To set it right: slipway up")
public final class DriftCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Override
  public Integer call() {
    try (Ui ui = uiOptions.open();
        StackOptions _ = stackOptions) {
      return Guarded.run(
          ui,
          () -> {
            StackView view = Running.view(stackOptions, ui);
            List<Drift> drifts = view.drift();
            ui.drift(view.setup().stack(), view.state().resources().size(), drifts);
            return drifts.isEmpty() ? ExitCode.OK : ExitCode.UNPROVEN;
          });
    }
  }
}
