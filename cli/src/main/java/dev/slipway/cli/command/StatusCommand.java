package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.session.ResourceView;
import dev.slipway.engine.session.StackView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway status}. */
@Command(
    name = "status",
    description = "Show each resource of the stack and whether it is healthy.",
    footerHeading = "%nExit code:%n",
    footer = "  0 if all are healthy, 4 if one isn't.")
public final class StatusCommand implements Callable<Integer> {
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
            List<ResourceView> resources = view.resources();
            ui.status(view.setup().stack(), resources);
            return resources.stream().allMatch(ResourceView::healthy)
                ? ExitCode.OK
                : ExitCode.UNPROVEN;
          });
    }
  }
}
