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
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(
    name = "slipway",
    description = "Launches AI systems and proves that they serve.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Main.Version.class,
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
  private static final String COMPLETION = "completion";

  static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("init", InitCommand.class);
    COMMANDS.put("plan", PlanCommand.class);
    COMMANDS.put("up", UpCommand.class);
    COMMANDS.put("status", StatusCommand.class);
    COMMANDS.put("drift", DriftCommand.class);
    COMMANDS.put("verify", VerifyCommand.class);
    COMMANDS.put("outputs", OutputsCommand.class);
    COMMANDS.put("logs", LogsCommand.class);
    COMMANDS.put("port-forward", PortForwardCommand.class);
    COMMANDS.put("policy", PolicyCommand.class);
    COMMANDS.put("down", DownCommand.class);
    COMMANDS.put("repair", RepairCommand.class);
    COMMANDS.put("schema", SchemaCommand.class);
    COMMANDS.put(COMPLETION, CompletionCommand.class);
  }

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(Catalogue.all(), args));
  }

  /** Runs one command; the exit code. */
  public static int run(Catalogue catalogue, String... args) {
    CommandLine line = new CommandLine(new Main(), new Parts(catalogue));
    line.getCommandSpec().mixinStandardHelpOptions(true);
    commands(args).forEach(line::addSubcommand);
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

  /** The command that is asked for, where no other can be meant: reading them all takes time. */
  private static Map<String, Class<?>> commands(String... args) {
    boolean one = args.length > 0 && COMMANDS.containsKey(args[0]) && !args[0].equals(COMPLETION);
    return one ? Map.of(args[0], COMMANDS.get(args[0])) : COMMANDS;
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
