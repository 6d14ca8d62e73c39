package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.session.StackSession;
import dev.slipway.engine.session.StackSetup;
import dev.slipway.engine.stack.Stack;
import dev.slipway.engine.verify.Leftover;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway down}. */
@Command(
    name = "down",
    description = "Take the stack down and prove that nothing is left.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway down",
      "  slipway down my-stack.yaml",
      "  slipway plan --down               look first"
    })
public final class DownCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Option(
      names = {"-y", "--yes"},
      description = "Don't ask, also where it costs money.")
  private boolean yes;

  @Override
  public Integer call() {
    Cancellation cancellation = new Cancellation();
    try (Interrupts interrupts = new Interrupts(cancellation);
        Ui ui = interrupts.telling(uiOptions.open());
        StackOptions _ = stackOptions) {
      return Guarded.run(ui, () -> down(ui, cancellation));
    }
  }

  private ExitCode down(Ui ui, Cancellation cancellation) {
    Stack stack = stackOptions.read();
    StackSetup setup = stackOptions.open(stack, ui.events());
    setup.prepare();
    try (StackSession session = StackSession.open(setup, "down")) {
      Plan plan = session.view().planRemoval();
      ui.events().accept(new Event.Planned(plan));
      if (!plan.isEmpty()) {
        Approval.need(stack, yes, "Remove all of this?", ui);
      }
      Applier.Result result = session.apply(plan, cancellation);
      if (!result.outcome().clean()) {
        return Ending.of(result, ui);
      }
      List<Leftover> leftovers = session.view().sweep();
      ui.events().accept(new Event.Swept(leftovers));
      return leftovers.isEmpty() ? ExitCode.OK : ExitCode.UNPROVEN;
    }
  }
}
