package dev.slipway.lab.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a program did.
 *
 * @param command that was run
 * @param exit its exit code
 * @param out what it wrote to its standard output
 * @param err what it wrote to its standard error
 */
public record Ran(List<String> command, int exit, String out, String err) {
  public Ran {
    command = List.copyOf(command);
  }

  /** Runs a program to its end, without input. */
  public static Ran of(ProcessBuilder builder, Duration limit) {
    try {
      Path out = Files.createTempFile("lab", ".out");
      Path err = Files.createTempFile("lab", ".err");
      try {
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
          throw new LabException(
              String.join(" ", builder.command())
                  + " took longer than "
                  + limit.toSeconds()
                  + " s");
        }
        return new Ran(builder.command(), process.exitValue(), text(out), text(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new LabException(String.join(" ", builder.command()) + " could not be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException(String.join(" ", builder.command()) + " was interrupted", e);
    }
  }

  /**
   * This, if the program succeeded.
   *
   * @throws LabException with what it wrote, if it didn't
   */
  public Ran orFail() {
    if (exit != 0) {
      throw new LabException(
          String.join(" ", command) + " ended with exit code " + exit + ":\n" + out + err);
    }
    return this;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
