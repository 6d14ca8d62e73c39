package dev.slipway.local.process.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shell scripts that carry a mark, all ended when it is closed. */
public final class Shell implements AutoCloseable {
  private final String owner = "test-" + UUID.randomUUID();
  private final List<Process> started = new ArrayList<>();

  public String owner() {
    return owner;
  }

  /** Starts a script as a process of the resource. */
  public Process start(String resource, String launch, String script) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script);
    new Mark(owner, resource, launch).putInto(builder.environment());
    Process process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    started.add(process);
    return process;
  }

  /** The text of a file as soon as there is a whole line in it. */
  public static String line(Path file) {
    return Until.gives(
            file + " holds a line",
            () -> {
              try {
                return Files.exists(file)
                    ? java.util.Optional.of(Files.readString(file)).filter(t -> t.endsWith("\n"))
                    : java.util.Optional.empty();
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            })
        .strip();
  }

  @Override
  public void close() {
    Processes.marked(owner).forEach(process -> process.identity().kill());
    started.forEach(Process::destroyForcibly);
  }
}
