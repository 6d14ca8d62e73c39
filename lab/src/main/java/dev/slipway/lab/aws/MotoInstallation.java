package dev.slipway.lab.aws;

import dev.slipway.lab.process.Folders;
import dev.slipway.lab.process.Installed;
import dev.slipway.lab.process.LabException;
import dev.slipway.lab.process.Ran;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Moto in a Python environment of its own, installed once for each list of packages and kept in the
 * user's cache, {@code ${XDG_CACHE_HOME:-~/.cache}/slipway/lab}.
 *
 * @param python the environment's interpreter
 * @param script what runs moto's server
 */
record MotoInstallation(Path python, Path script) {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** What is missing for {@link #ready}, in words; empty if nothing is. */
  static Optional<String> missing() {
    return isThere(folder()) || Installed.find("python3").isPresent()
        ? Optional.empty()
        : Optional.of("Python 3.11 or newer (the command 'python3'), which runs the lab's AWS");
  }

  /**
   * The installation, made first if it isn't there, which takes a minute.
   *
   * @throws LabException with what pip said
   */
  static MotoInstallation ready() {
    Path folder = folder();
    if (!isThere(folder)) {
      install(folder);
    }
    return new MotoInstallation(
        folder.resolve("environment/bin/python"), folder.resolve("run_moto.py"));
  }

  private static boolean isThere(Path folder) {
    return Files.exists(folder.resolve("done"));
  }

  private static void install(Path folder) {
    try {
      Files.createDirectories(folder.getParent());
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolveSibling("moto.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !isThere(folder)) {
          System.err.println("lab: installing moto; the first time takes a minute");
          Folders.delete(folder);
          Files.createDirectories(folder);
          fill(folder);
        }
      }
    } catch (IOException e) {
      throw new LabException("the lab's cache " + folder + " can't be written", e);
    }
  }

  private static void fill(Path folder) throws IOException {
    Path python =
        Installed.find("python3")
            .orElseThrow(() -> new LabException("missing: " + missing().orElse("")));
    Path requirements = folder.resolve("requirements.txt");
    Files.write(requirements, resource("requirements.txt"));
    Files.write(folder.resolve("run_moto.py"), resource("run_moto.py"));
    Path environment = folder.resolve("environment");
    run(python.toString(), "-m", "venv", environment.toString());
    run(
        environment.resolve("bin/python").toString(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--only-binary=:all:",
        "--requirement",
        requirements.toString());
    Files.writeString(folder.resolve("done.new"), "");
    Files.move(folder.resolve("done.new"), folder.resolve("done"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void run(String... command) {
    Ran.of(new ProcessBuilder(command), LONGEST).orFail();
  }

  private static Path folder() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(resource("requirements.txt"));
      digest.update(resource("run_moto.py"));
      return Installed.cache().resolve("moto-" + HexFormat.of().formatHex(digest.digest(), 0, 6));
    } catch (GeneralSecurityException e) {
      throw new LabException("every Java runtime has SHA-256", e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = MotoInstallation.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new LabException("the class path lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new LabException(name + " can't be read", e);
    }
  }
}
