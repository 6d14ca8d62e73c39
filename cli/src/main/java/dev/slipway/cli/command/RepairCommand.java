package dev.slipway.cli.command;

import dev.slipway.cli.Installation;
import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.journal.Repair;
import dev.slipway.engine.journal.StackLock;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.stack.Stack;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway repair}. */
@Command(
    name = "repair",
    description =
        "Drop the damaged lines of a stack's journal; the next plan looks at what they told.",
    footerHeading = "%nThe damaged journal is kept beside the mended one.%n")
public final class RepairCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Override
  public Integer call() {
    try (Ui ui = uiOptions.open()) {
      return Guarded.run(
          ui,
          () -> {
            Stack stack = stackOptions.read();
            try (StackLock lock = StackLock.take(stackOptions.folder(stack), "repair")) {
              ui.say(
                  lock.repairJournal(Installation.current().version())
                      .map(RepairCommand::told)
                      .orElse("The journal is whole; nothing was changed."));
            }
            return ExitCode.OK;
          });
    }
  }

  private static String told(Repair.Result result) {
    String dropped =
        result.dropped().stream()
            .map(line -> "  line " + line.line() + ": " + line.reason())
            .collect(Collectors.joining("\n"));
    String doubtful =
        result.doubtful().isEmpty()
            ? ""
            : "\nThe next plan looks at: "
                + result.doubtful().stream()
                    .map(ResourceId::toString)
                    .collect(Collectors.joining(", "));
    return "Dropped "
        + result.dropped().size()
        + " damaged line(s), kept "
        + result.kept()
        + " entries:\n"
        + dropped
        + "\nThe damaged journal is kept as "
        + result.damaged()
        + doubtful;
  }
}
