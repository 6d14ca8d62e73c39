package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.engine.session.OutputView;
import dev.slipway.engine.session.StackView;
import java.util.List;
import java.util.Optional;
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
      "  slipway outputs --json --reveal",
      "  slipway outputs --get milvus.password"
    })
public final class OutputsCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Option(names = "--reveal", description = "Show secrets in plaintext.")
  private boolean reveal;

  @Option(
      names = "--get",
      paramLabel = "NAME",
      description = "Print only the value of this output, in plaintext also if it is a secret.")
  private Optional<String> only = Optional.empty();

  @Override
  public Integer call() {
    try (Ui ui = uiOptions.open();
        StackOptions _ = stackOptions) {
      return Guarded.run(
          ui,
          () -> {
            StackView view = Running.view(stackOptions, ui);
            only.ifPresentOrElse(
                name -> ui.output(value(view, name)), () -> ui.outputs(view, reveal));
            return ExitCode.OK;
          });
    }
  }

  private static String value(StackView view, String name) {
    List<String> names = view.outputs().stream().map(OutputView::name).toList();
    return view.outputs().stream()
        .filter(output -> output.name().equals(name))
        .findFirst()
        .flatMap(view::reveal)
        .orElseThrow(
            () ->
                Diagnostic.user(
                        "CLI-NO-OUTPUT",
                        "There is no such output",
                        "The stack has no output "
                            + name
                            + "; it has "
                            + String.join(", ", names)
                            + ".",
                        Nearest.to(name, names)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Name one of those."))
                    .asException());
  }
}
