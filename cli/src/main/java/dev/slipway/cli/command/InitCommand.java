package dev.slipway.cli.command;

import dev.slipway.cli.Catalogue;
import dev.slipway.cli.Ui;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.engine.stack.Blueprint;
import dev.slipway.engine.stack.StackTemplate;
import dev.slipway.engine.stack.TargetKind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway init}. */
@Command(
    name = "init",
    description = "Write a commented stack file to begin with.",
    footerHeading = "%nExamples:%n",
    footer = {"  slipway init milvus", "  slipway init milvus -o milvus.yaml"})
public final class InitCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "SYSTEM",
      defaultValue = "milvus",
      description =
          "The system (default: ${DEFAULT-VALUE}); or system and target with a dash between, as in"
              + " milvus-eks.")
  private String system;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      defaultValue = "local",
      description = "The target (default: ${DEFAULT-VALUE}).")
  private String target;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      defaultValue = "slipway.yaml",
      description = "Where to write it (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Mixin private UiOptions uiOptions;

  private final Catalogue catalogue;

  public InitCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    try (Ui ui = uiOptions.open()) {
      return Guarded.run(
          ui,
          () -> {
            write(text());
            ui.say("Wrote " + out + ". Look it over, then:\n  slipway up " + out);
            return ExitCode.OK;
          });
    }
  }

  private String text() {
    List<String> systems = catalogue.blueprints().stream().map(Blueprint::system).toList();
    splitTarget(systems);
    if (!systems.contains(system)) {
      throw unknown("system", system, systems).asException();
    }
    List<String> targets = catalogue.targets().stream().<String>map(TargetKind::name).toList();
    if (!targets.contains(target)) {
      throw unknown("target", target, targets).asException();
    }
    return new StackTemplate(catalogue.blueprints(), catalogue.targets())
        .write(system, system, target);
  }

  /** Takes {@code milvus-eks} for the system {@code milvus} on the target {@code eks}. */
  private void splitTarget(List<String> systems) {
    for (TargetKind<?> kind : catalogue.targets()) {
      String end = "-" + kind.name();
      if (system.endsWith(end)
          && systems.contains(system.substring(0, system.length() - end.length()))) {
        system = system.substring(0, system.length() - end.length());
        target = kind.name();
      }
    }
  }

  private static Diagnostic unknown(String what, String given, List<String> known) {
    return Diagnostic.user(
        "CLI-UNKNOWN-NAME",
        "There is no such system or target",
        "There is no "
            + what
            + " '"
            + given
            + "'. Slipway knows: "
            + String.join(", ", known)
            + ".",
        Nearest.to(given, known)
            .map(name -> "Did you mean " + name + "?")
            .orElse("Name one of those."));
  }

  private void write(String text) {
    try {
      Files.writeString(out, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw Diagnostic.user(
              "CLI-FILE-EXISTS",
              "The file is there already",
              out + " exists and is not overwritten.",
              "Name another with --out.")
          .asException(e);
    } catch (IOException e) {
      throw Diagnostic.environment(
              "CLI-UNWRITABLE",
              "The file can't be written",
              "Writing " + out + " failed: " + e.getMessage() + ".",
              "Name another with --out.")
          .asException(e);
    }
  }
}
