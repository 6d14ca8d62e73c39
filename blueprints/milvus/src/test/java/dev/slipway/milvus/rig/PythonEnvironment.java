package dev.slipway.milvus.rig;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Python environment under {@code target/} with the packages that Milvus runs from. */
public final class PythonEnvironment {
  private static final Path FOLDER = Path.of("target", "python").toAbsolutePath();
  private static final String LOCK = "/dev/slipway/milvus/requirements.txt";

  private PythonEnvironment() {}

  /** The environment's interpreter; the environment is made if it isn't there with this lock. */
  public static synchronized Path python() throws IOException, InterruptedException {
    Path python = FOLDER.resolve("bin").resolve("python");
    Path installed = FOLDER.resolve("installed.txt");
    byte[] lock;
    try (InputStream file = PythonEnvironment.class.getResourceAsStream(LOCK)) {
      lock = file.readAllBytes();
    }
    if (Files.exists(installed) && java.util.Arrays.equals(Files.readAllBytes(installed), lock)) {
      return python;
    }
    assumeTrue(
        run("python3", "-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))")
            == 0,
        "Python 3.10 or newer with its venv module");
    if (run("python3", "-m", "venv", "--clear", FOLDER.toString()) != 0) {
      throw new IOException("no Python environment could be made in " + FOLDER);
    }
    Path requirements = Files.write(FOLDER.resolve("requirements.txt"), lock);
    if (run(
            python.toString(),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "--requirement",
            requirements.toString())
        != 0) {
      throw new IOException("pip couldn't install " + requirements);
    }
    Files.write(installed, lock);
    return python;
  }

  private static int run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(List.of(command)).inheritIO().start();
      try {
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
          throw new IllegalStateException("still running after 10 minutes: " + command[0]);
        }
        return process.exitValue();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return -1;
    }
  }
}
