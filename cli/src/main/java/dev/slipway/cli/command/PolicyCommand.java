package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.session.StackSetup;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.stack.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway policy}. */
@Command(
    name = "policy",
    description = "Print the least that Slipway must be allowed to do for this stack.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway policy > policy.json      to bring the stack up and take it down",
      "  slipway policy --day-two          to look at it and change it in place, once it is up"
    })
public final class PolicyCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Option(
      names = "--day-two",
      description = "Leave out what makes and removes resources: the stack is up and stays.")
  private boolean dayTwo;

  @Override
  public Integer call() {
    try (Ui ui = uiOptions.open();
        StackOptions _ = stackOptions) {
      return Guarded.run(
          ui,
          () -> {
            Stack stack = stackOptions.read();
            StackSetup setup = stackOptions.open(stack, ui.events());
            List<String> documents =
                StackView.of(setup)
                    .permissions(dayTwo ? Provider.Work.DAY_TWO : Provider.Work.LIFETIME);
            if (documents.isEmpty()) {
              throw noPolicy(stack).asException();
            }
            documents.forEach(ui::output);
            return ExitCode.OK;
          });
    }
  }

  private static Diagnostic noPolicy(Stack stack) {
    return Diagnostic.user(
        "CLI-NO-POLICY",
        "The target has no policies",
        "The stack "
            + stack.name()
            + " ("
            + stack.file()
            + ") is on a target whose permissions aren't granted by a policy document.",
        "Name a stack on AWS. On a Kubernetes cluster, what its kubeconfig's user may do is shown"
            + " by\n  kubectl auth can-i --list");
  }
}
