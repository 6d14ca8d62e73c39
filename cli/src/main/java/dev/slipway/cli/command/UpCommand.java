package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.session.StackSession;
import dev.slipway.engine.session.StackSetup;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Stack;
import dev.slipway.engine.verify.Report;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway up}. */
@Command(
    name = "up",
    description = "Bring the stack up and prove that it serves.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway up                        the stack in slipway.yaml, or the quickstart",
      "  slipway up my-stack.yaml",
      "  slipway up plan.json              just what 'slipway plan -o plan.json' has shown",
      "  slipway up --json | jq .event     for programs"
    })
public final class UpCommand implements Callable<Integer> {
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
      return Guarded.run(ui, () -> up(ui, cancellation));
    }
  }

  private ExitCode up(Ui ui, Cancellation cancellation) {
    Optional<PlanFile> planFile = stackOptions.given().filter(PlanFile::is).map(PlanFile::read);
    Stack stack =
        planFile
            .map(file -> stackOptions.reader().read(file.stackFile().toString(), file.stackText()))
            .orElseGet(stackOptions::read);
    StackSetup setup = stackOptions.open(stack, ui.events());
    setup.prepare();
    try (StackSession session = StackSession.open(setup, "up")) {
      Plan plan =
          planFile
              .map(
                  file ->
                      file.decode(stackOptions.given().orElseThrow(), session.view().handlers()))
              .orElseGet(() -> session.view().plan());
      ui.events().accept(new Event.Planned(plan));
      if (!plan.isEmpty() && planFile.isEmpty()) {
        Approval.need(stack, yes, "Apply this plan?", ui);
      }
      Applier.Result result = session.apply(plan, cancellation);
      if (!result.outcome().clean()) {
        return Ending.of(result, ui);
      }
      return prove(session.view(), stack, ui, cancellation);
    }
  }

  private static ExitCode prove(StackView view, Stack stack, Ui ui, Cancellation cancellation) {
    Report report = view.verify(cancellation::requested);
    if (cancellation.requested()) {
      return ExitCode.INTERRUPTED;
    }
    if (!report.proven()) {
      return Ending.of(report);
    }
    ui.reached(
        view,
        stack.launches().stream().map(Launch::guides).flatMap(java.util.List::stream).toList());
    return ExitCode.OK;
  }
}
