package dev.slipway.cli.command;

import dev.slipway.cli.Catalogue;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.stack.StackSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code slipway schema}. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of stack files, so that an editor completes them.",
    footerHeading = "%nExample:%n",
    footer = {
      "  slipway schema > slipway.schema.json",
      "  and as the first line of a stack file:",
      "  # yaml-language-server: $schema=slipway.schema.json"
    })
public final class SchemaCommand implements Callable<Integer> {
  private final Catalogue catalogue;

  public SchemaCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    System.out.println(new StackSchema(catalogue.blueprints(), catalogue.targets()).json());
    return ExitCode.OK.code();
  }
}
