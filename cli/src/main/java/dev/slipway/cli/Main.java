package dev.slipway.cli;

import dev.slipway.cli.command.CompletionCommand;
import dev.slipway.cli.command.DownCommand;
import dev.slipway.cli.command.DriftCommand;
import dev.slipway.cli.command.InitCommand;
import dev.slipway.cli.command.LogsCommand;
import dev.slipway.cli.command.OutputsCommand;
import dev.slipway.cli.command.PlanCommand;
import dev.slipway.cli.command.PolicyCommand;
import dev.slipway.cli.command.PortForwardCommand;
import dev.slipway.cli.command.RepairCommand;
import dev.slipway.cli.command.SchemaCommand;
import dev.slipway.cli.command.StackOptions;
import dev.slipway.cli.command.StatusCommand;
import dev.slipway.cli.command.UpCommand;
import dev.slipway.cli.command.VerifyCommand;
import dev.slipway.engine.diagnostic.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(
    name = "slipway",
    description = "Launches AI systems and proves that they serve.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Main.Version.class,
    subcommands = {
      InitCommand.class,
      PlanCommand.class,
      UpCommand.class,
      StatusCommand.class,
      DriftCommand.class,
      VerifyCommand.class,
      OutputsCommand.class,
      LogsCommand.class,
      PortForwardCommand.class,
      PolicyCommand.class,
      DownCommand.class,
      RepairCommand.class,
      SchemaCommand.class,
      CompletionCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  slipway up                  bring up the quickstart: a Milvus behind TLS, proven",
      "  slipway outputs             how to reach it",
      "  slipway down                take it away; nothing is left",
      "",
      "  slipway init milvus         a stack file of your own",
      "  slipway plan                what up would do to it",
      "",
      "Exit codes: 0 done and proven, 2 your mistake, 3 the environment refused, 4 not proven,",
      "70 a bug of ours, 130 stopped by Ctrl-C."
    })
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(Catalogue.all(), args));
  }

  /** Runs one command; the exit code. */
  public static int run(Catalogue catalogue, String... args) {
    CommandLine line = new CommandLine(new Main(), new Parts(catalogue));
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.getSubcommands()
        .values()
        .forEach(
            command ->
                command
                    .getCommandSpec()
                    .mixinStandardHelpOptions(true)
                    .versionProvider(new Version()));
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    if (args.length == 0) {
      line.usage(System.out);
      return ExitCode.OK.code();
    }
    return line.execute(args);
  }

  /** Makes the parts of the command line; those that read stack files get the catalogue. */
  private record Parts(Catalogue catalogue) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (type == StackOptions.class) {
        return type.cast(new StackOptions(catalogue));
      }
      if (type == InitCommand.class) {
        return type.cast(new InitCommand(catalogue));
      }
      if (type == SchemaCommand.class) {
        return type.cast(new SchemaCommand(catalogue));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  /** Tells the version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"slipway " + Installation.current().version()};
    }
  }
}
