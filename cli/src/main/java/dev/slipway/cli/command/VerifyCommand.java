package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.verify.Report;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway verify}. */
@Command(name = "verify", description = "Prove again that the running stack serves.")
public final class VerifyCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Override
  public Integer call() {
    Cancellation cancellation = new Cancellation();
    try (Interrupts interrupts = new Interrupts(cancellation);
        Ui ui = interrupts.telling(uiOptions.open());
        StackOptions _ = stackOptions) {
      return Guarded.run(
          ui,
          () -> {
            StackView view = Running.view(stackOptions, ui);
            Report report = view.verify(cancellation::requested);
            if (cancellation.requested()) {
              return ExitCode.INTERRUPTED;
            }
            return Ending.of(report);
          });
    }
  }
}
