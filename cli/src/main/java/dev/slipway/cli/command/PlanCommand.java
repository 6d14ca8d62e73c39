package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.session.StackSetup;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.stack.Stack;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway plan}. */
@Command(
    name = "plan",
    description = "Show what up or down would do, and change nothing.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway plan                      what up would do",
      "  slipway plan --down               what down would do",
      "  slipway plan -o plan.json         keep the plan, then apply just that:",
      "  slipway up plan.json"
    })
public final class PlanCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Option(names = "--down", description = "Plan the removal instead.")
  private boolean down;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Write the plan to this file (JSON), for: slipway up FILE.")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() {
    try (Ui ui = uiOptions.open();
        StackOptions _ = stackOptions) {
      return Guarded.run(
          ui,
          () -> {
            Stack stack = stackOptions.read();
            StackSetup setup = stackOptions.open(stack, ui.events());
            setup.prepare();
            StackView view = StackView.of(setup);
            Plan plan = down ? view.planRemoval() : view.plan();
            ui.plan(plan);
            out.ifPresent(
                path -> {
                  PlanFile.write(path, plan, stack.file());
                  ui.say("The plan is in " + path + ". Apply it:\n  slipway up " + path);
                });
            return ExitCode.OK;
          });
    }
  }
}
