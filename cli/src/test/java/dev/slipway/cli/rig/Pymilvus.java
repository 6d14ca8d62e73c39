package dev.slipway.cli.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The official Python client in an environment of its own under {@code target/}, made if it isn't
 * there yet.
 *
 * @param python the environment's interpreter
 */
public record Pymilvus(Path python) {
  private static final Path FOLDER = Path.of("target", "pymilvus").toAbsolutePath();
  private static final String LOCK = "/dev/slipway/milvus/requirements.txt";

  /** Assumes a Python of 3.10 or newer with its venv module. */
  public static Pymilvus environment() throws IOException, InterruptedException {
    Path python = FOLDER.resolve("bin").resolve("python");
    Path installed = FOLDER.resolve("installed.txt");
    byte[] lock;
    try (InputStream in = Pymilvus.class.getResourceAsStream(LOCK)) {
      lock = in.readAllBytes();
    }
    if (!Files.exists(installed) || !Arrays.equals(Files.readAllBytes(installed), lock)) {
      assumeTrue(
          run("python3", "-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))")
              .isEmpty(),
          "Python 3.10 or newer with its venv module");
      assertThat(run("python3", "-m", "venv", "--clear", FOLDER.toString())).isEmpty();
      Path requirements = Files.write(FOLDER.resolve("requirements.txt"), lock);
      List<String> pip = new ArrayList<>(List.of(python.toString(), "-m", "pip", "install"));
      pip.addAll(List.of("--quiet", "--disable-pip-version-check", "--no-compile"));
      pip.addAll(List.of("--require-hashes", "--requirement", requirements.toString()));
      assertThat(run(pip.toArray(String[]::new))).isEmpty();
      Files.write(installed, lock);
    }
    return new Pymilvus(python);
  }

  /** Runs a program to its end and expects that it ends well. */
  public void run(Path program, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.toString(), program.toString()));
    command.addAll(arguments);
    assertThat(run(command.toArray(String[]::new))).isEmpty();
  }

  /** Empty if it ended well, else what it wrote. */
  private static String run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        return ended && process.exitValue() == 0 ? "" : "failed: " + output;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return "failed: " + e;
    }
  }
}
