package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.session.StackView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway outputs}. */
@Command(
    name = "outputs",
    description = "Show how to reach what is running.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway outputs",
      "  slipway outputs --json --reveal | jq -r '.\"milvus.password\"'"
    })
public final class OutputsCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Option(names = "--reveal", description = "Show secrets in plaintext.")
  private boolean reveal;

  @Override
  public Integer call() {
    try (Ui ui = uiOptions.open()) {
      return Guarded.run(
          ui,
          () -> {
            StackView view = Running.view(stackOptions, ui);
            ui.outputs(view, reveal);
            return ExitCode.OK;
          });
    }
  }
}
