package dev.slipway.lab.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs of this machine, and where the lab keeps those that it makes. */
public final class Installed {
  private Installed() {}

  /** A command on the search path. */
  public static Optional<Path> find(String command) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, command))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The lab's folder in the user's cache, {@code ${XDG_CACHE_HOME:-~/.cache}/slipway/lab}. */
  public static Path cache() {
    String base = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        base.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
    return caches.toAbsolutePath().resolve("slipway").resolve("lab");
  }
}
