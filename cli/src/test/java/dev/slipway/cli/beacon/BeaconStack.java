package dev.slipway.cli.beacon;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.FreePort;
import dev.slipway.cli.rig.Running;
import dev.slipway.cli.rig.Slipway;
import dev.slipway.cli.rig.StackFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A stack with a beacon, and the command line to drive it.
 *
 * @param folder where its stack file and the gates are
 */
public record BeaconStack(Path folder, StackFolder stack, int port, Slipway slipway)
    implements AutoCloseable {
  /** The beacon's process. */
  public static final String PROCESS = "local.process/beacon";

  /** Its Python environment. */
  public static final String PYTHON = "local.python/beacon";

  /** The supervisor. */
  public static final String SUPERVISOR = "local.supervisor/stack";

  /** A stack in this folder, on a free port. */
  public static BeaconStack in(Path folder) {
    int port = FreePort.find();
    BeaconStack stack =
        new BeaconStack(
            folder,
            StackFolder.in(folder, "beacon"),
            port,
            new Slipway("dev.slipway.cli.BeaconMain", folder, Map.of()));
    stack.write("local", "");
    return stack;
  }

  /** The same with its state in another folder. */
  public BeaconStack withState(Path state) {
    return new BeaconStack(
        folder, new StackFolder(stack.name(), stack.file(), state), port, slipway);
  }

  /** The same with one environment variable more for each command. */
  public BeaconStack with(String variable, String value) {
    return new BeaconStack(folder, stack, port, slipway.with(variable, value));
  }

  /** Writes its stack file, with further lines for the beacon. */
  public void write(String target, String more) {
    stack.write(
        """
        name: beacon
        target: %s
        beacon:
          port: %d
          gates: %s
        %s\
        """
            .formatted(target, port, folder.resolve("gates"), more));
  }

  /** Holds back the process ({@code start}) or the proof ({@code proof}). */
  public void shut(String gate) {
    try {
      Files.createDirectories(folder.resolve("gates"));
      Files.writeString(folder.resolve("gates").resolve(gate), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets it through. */
  public void open(String gate) {
    try {
      Files.deleteIfExists(folder.resolve("gates").resolve(gate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command on the stack. */
  public Ended run(String command, String... options) {
    try (Running running = start(command, options)) {
      return running.end();
    }
  }

  /** Starts a command on the stack. */
  public Running start(String command, String... options) {
    String[] all = java.util.Arrays.copyOf(options, options.length + 3);
    all[options.length] = "--state";
    all[options.length + 1] = stack.state().toString();
    all[options.length + 2] = stack.file().toString();
    return slipway.start(command, all);
  }

  @Override
  public void close() {
    stack.close();
  }
}
