package dev.slipway.cli.rig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command line as its user meets it: each command is a process of its own, in a session of its
 * own and with the usual handling of Ctrl-C, however the tests themselves were started.
 *
 * @param main the main class
 * @param folder where the commands are run
 * @param variables set in their environment, over the inherited ones
 */
public record Slipway(String main, Path folder, Map<String, String> variables) {
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  public Slipway {
    variables = Map.copyOf(variables);
  }

  /** The same with one variable more. */
  public Slipway with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(variables);
    more.put(variable, value);
    return new Slipway(main, folder, more);
  }

  /** Runs a command to its end; it tells JSON lines. */
  public Ended run(String command, String... arguments) {
    try (Running running = start(command, arguments)) {
      return running.end();
    }
  }

  /** Starts a command that tells JSON lines. */
  public Running start(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of(command, "--json"));
    all.addAll(List.of(arguments));
    return launch(all);
  }

  /** Runs a command to its end; it tells text. */
  public Ended text(String... arguments) {
    try (Running running = launch(List.of(arguments))) {
      return running.end();
    }
  }

  private Running launch(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/setsid",
                "/usr/bin/env",
                "--default-signal=INT,TERM,HUP",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SLIPWAY_"));
    builder.environment().putAll(variables);
    try {
      return new Running(builder.start());
    } catch (IOException e) {
      throw new IllegalStateException("the command line can't be started", e);
    }
  }
}
