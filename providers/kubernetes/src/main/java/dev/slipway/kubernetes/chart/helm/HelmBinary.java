package dev.slipway.kubernetes.chart.helm;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the one version of Helm that charts are rendered with: the program that {@code
 * SLIPWAY_HELM} names, one on the PATH if it is of just that version, the one in Slipway's cache,
 * or one that is fetched into the cache.
 */
public final class HelmBinary {
  /** The only version that charts are rendered with. */
  public static final String VERSION = HelmRelease.VERSION;

  private final Map<String, String> environment;
  private final Path cache;
  private Optional<Path> found = Optional.empty();

  /**
   * @param environment the process's environment variables
   * @param cache Slipway's cache folder
   */
  public HelmBinary(Map<String, String> environment, Path cache) {
    this.environment = Map.copyOf(environment);
    this.cache = cache;
  }

  /**
   * The program; looked for once.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if there is none and none can be
   *     fetched
   */
  public synchronized Path find() {
    if (found.isEmpty()) {
      found = Optional.of(search());
    }
    return found.get();
  }

  private Path search() {
    Optional<Path> named = Optional.ofNullable(environment.get("SLIPWAY_HELM")).map(Path::of);
    if (named.isPresent()) {
      String version = version(named.get());
      if (!ours(version)) {
        throw HelmProblems.wrongVersion(named.get(), version).asException();
      }
      return named.get();
    }
    return onPath().orElseGet(this::cached);
  }

  private Optional<Path> onPath() {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path program = Path.of(folder.isEmpty() ? "." : folder, "helm");
      if (Files.isExecutable(program)
          && !Files.isDirectory(program)
          && version(program).equals("v" + HelmRelease.VERSION)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }

  private Path cached() {
    Path place = cache.resolve("helm").resolve(HelmRelease.VERSION).resolve("helm");
    if (!Files.isExecutable(place)) {
      String source = environment.getOrDefault("SLIPWAY_HELM_MIRROR", HelmRelease.OFFICIAL);
      new HelmDownload(URI.create(source.endsWith("/") ? source : source + "/"), place)
          .run(HelmRelease.here());
    }
    return place;
  }

  /** A build from source names its version without the last part. */
  private static boolean ours(String version) {
    String pinned = "v" + HelmRelease.VERSION;
    return version.equals(pinned) || version.equals(pinned.substring(0, pinned.lastIndexOf('.')));
  }

  private static String version(Path program) {
    try (Workspace workspace = Workspace.open()) {
      return new Helm(program)
          .run(
              List.of("version", "--template", "{{.Version}}"),
              Optional.empty(),
              workspace,
              () -> false)
          .out()
          .strip();
    }
  }
}
