package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.engine.provider.LogSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway logs}. */
@Command(
    name = "logs",
    description = "Show the logs of the stack's components.",
    footerHeading = "%nExamples:%n",
    footer = {"  slipway logs -f", "  slipway logs --component milvus-server --tail 500"})
public final class LogsCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Option(
      names = {"-f", "--follow"},
      description = "Wait for further lines, until Ctrl-C.")
  private boolean follow;

  @Option(
      names = {"-c", "--component"},
      paramLabel = "NAME",
      description = "Only this component.")
  private Optional<String> component = Optional.empty();

  @Option(
      names = {"-n", "--tail"},
      paramLabel = "LINES",
      defaultValue = "100",
      description =
          "How many of the newest lines of each component come first (default: ${DEFAULT-VALUE}).")
  private int tail;

  @Override
  public Integer call() {
    Cancellation cancellation = new Cancellation();
    try (Interrupts _ = new Interrupts(cancellation);
        Ui ui = uiOptions.open();
        StackOptions _ = stackOptions) {
      return Guarded.run(
          ui,
          () -> {
            show(chosen(Running.view(stackOptions, ui).logs()), ui, cancellation);
            return ExitCode.OK;
          });
    }
  }

  private List<LogSource> chosen(List<LogSource> all) {
    if (component.isEmpty()) {
      return all;
    }
    List<String> names = all.stream().map(LogSource::component).sorted().toList();
    if (!names.contains(component.get())) {
      throw Diagnostic.user(
              "CLI-NO-COMPONENT",
              "There is no such component",
              "The stack has no component "
                  + component.get()
                  + "; it has "
                  + String.join(", ", names)
                  + ".",
              Nearest.to(component.get(), names)
                  .map(name -> "Did you mean " + name + "?")
                  .orElse("Name one of those."))
          .asException();
    }
    return all.stream().filter(source -> source.component().equals(component.get())).toList();
  }

  private void show(List<LogSource> sources, Ui ui, Cancellation cancellation) {
    if (!follow) {
      sources.forEach(source -> read(source, ui, cancellation));
      return;
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      sources.forEach(source -> threads.execute(() -> read(source, ui, cancellation)));
    }
  }

  private void read(LogSource source, Ui ui, Cancellation cancellation) {
    source.read(
        tail, follow, line -> ui.logLine(source.component(), line), cancellation::requested);
  }
}
