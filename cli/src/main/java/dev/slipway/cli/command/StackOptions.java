package dev.slipway.cli.command;

import dev.slipway.cli.Catalogue;
import dev.slipway.cli.Installation;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.session.StackSetup;
import dev.slipway.engine.stack.Stack;
import dev.slipway.engine.stack.StackReader;
import dev.slipway.engine.stack.TargetKind.Opening;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which stack a command is about; closes what the command has opened of it. */
public final class StackOptions implements AutoCloseable {
  private static final String DEFAULT_FILE = "slipway.yaml";

  @Parameters(
      arity = "0..1",
      paramLabel = "STACK",
      description =
          "The stack file. Without it: slipway.yaml in the current folder, else the quickstart that"
              + " comes with Slipway.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Folder for the stack's journal and what belongs to it. Without it: .slipway/<stack name>"
              + " beside the stack file.")
  private Optional<Path> state = Optional.empty();

  @Option(
      names = "--mirror",
      paramLabel = "FROM=TO",
      description =
          "Ask TO for charts whose address begins with FROM, for example"
              + " https://charts.example.org=http://mirror.local/charts. May be given several"
              + " times.")
  private Map<String, String> mirrors = Map.of();

  private final Catalogue catalogue;
  private final List<StackSetup> opened = new ArrayList<>();

  public StackOptions(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The file that was given, whether a stack file or not. */
  Optional<Path> given() {
    return file;
  }

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if there is no stack file or it has
   *     problems
   */
  Stack read() {
    return reader().read(file());
  }

  StackReader reader() {
    return new StackReader(catalogue.blueprints(), catalogue.targets());
  }

  /** Opens the stack's target. */
  StackSetup open(Stack stack, EventSink events) {
    Path folder = folder(stack);
    StackSetup setup =
        new StackSetup(
            stack.name(),
            folder,
            stack.target().open(new Opening(stack.name(), stack.home(), folder, mirrors)),
            stack.launches(),
            events,
            Installation.current().version());
    opened.add(setup);
    return setup;
  }

  /** The stack's own folder. */
  Path folder(Stack stack) {
    Path beside = stack.file().toAbsolutePath().normalize().getParent();
    return state
        .map(Path::toAbsolutePath)
        .orElseGet(() -> beside.resolve(".slipway").resolve(stack.name()))
        .normalize();
  }

  private Path file() {
    if (file.isPresent()) {
      return file.get();
    }
    Path here = Path.of(DEFAULT_FILE);
    if (Files.exists(here)) {
      return here;
    }
    return Installation.current()
        .home()
        .map(home -> home.resolve("examples/quickstart.yaml"))
        .filter(Files::exists)
        .orElseThrow(
            () ->
                Diagnostic.user(
                        "CLI-NO-STACK",
                        "There is no stack file",
                        "No stack file was named and the current folder has no "
                            + DEFAULT_FILE
                            + ".",
                        "Name one, or begin with a commented one:\n  slipway init milvus")
                    .asException());
  }

  @Override
  public void close() {
    opened.forEach(StackSetup::close);
    opened.clear();
  }
}
