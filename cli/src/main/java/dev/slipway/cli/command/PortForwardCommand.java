package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.engine.session.OutputView;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.verify.Route;
import dev.slipway.engine.verify.Way;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway port-forward}. */
@Command(
    name = "port-forward",
    description = "Open ways to what can't be reached directly, until Ctrl-C.",
    footerHeading = "%nExamples:%n",
    footer = {"  slipway port-forward", "  slipway port-forward --output milvus.uri"})
public final class PortForwardCommand implements Callable<Integer> {
  @Mixin private StackOptions stackOptions;
  @Mixin private UiOptions uiOptions;

  @Option(
      names = "--output",
      paramLabel = "NAME",
      description = "Only the way to this output. Without it: all that there are.")
  private Optional<String> only = Optional.empty();

  @Override
  public Integer call() {
    Cancellation cancellation = new Cancellation();
    try (Interrupts _ = new Interrupts(cancellation);
        Ui ui = uiOptions.open();
        StackOptions _ = stackOptions) {
      return Guarded.run(
          ui,
          () -> {
            forward(Running.view(stackOptions, ui), ui, cancellation);
            return ExitCode.OK;
          });
    }
  }

  private void forward(StackView view, Ui ui, Cancellation cancellation) {
    Deque<Way> open = new ArrayDeque<>();
    try {
      for (Route route : chosen(view.routes())) {
        Way way = view.open(route);
        open.push(way);
        ui.output(route.output() + "  " + route.through(uri(view, route), way));
      }
      ui.say("Press Ctrl-C to close.");
      cancellation.await();
    } finally {
      while (!open.isEmpty()) {
        open.pop().close();
      }
    }
  }

  private static String uri(StackView view, Route route) {
    return view.outputs().stream()
        .filter(output -> output.name().equals(route.output()))
        .map(OutputView::value)
        .findFirst()
        .orElseThrow()
        .orElseThrow()
        .get();
  }

  private List<Route> chosen(List<Route> all) {
    List<String> names = all.stream().map(Route::output).toList();
    if (all.isEmpty()) {
      throw noWay("Every output of the stack can be reached directly.", names);
    }
    if (only.isPresent() && !names.contains(only.get())) {
      throw noWay(
          "%s isn't reached by a way that could be opened; these are: %s."
              .formatted(only.get(), String.join(", ", names)),
          names);
    }
    return all.stream().filter(route -> only.map(route.output()::equals).orElse(true)).toList();
  }

  private RuntimeException noWay(String detail, List<String> names) {
    return Diagnostic.user(
            "CLI-NO-WAY",
            "There is no way to open",
            detail,
            only.flatMap(name -> Nearest.to(name, names))
                .map(near -> "Did you mean " + near + "?")
                .orElse("Use the address that this tells:\n  slipway outputs"))
        .asException();
  }
}
