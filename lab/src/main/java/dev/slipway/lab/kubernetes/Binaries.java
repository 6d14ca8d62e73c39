package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.Installed;
import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The programs of the lab, built once for each version and source and kept in the user's cache,
 * {@code ${XDG_CACHE_HOME:-~/.cache}/slipway/lab}.
 *
 * @param controlPlane etcd, API server, controller manager and scheduler in one
 * @param kubectl the same, called by another name
 * @param kwok lives the life of pods and nodes
 * @param helm3 Helm 3
 * @param helm4 Helm 4
 */
public record Binaries(Path controlPlane, Path kubectl, Path kwok, Path helm3, Path helm4) {
  private static final List<Program> PROGRAMS =
      List.of(Program.controlPlane(), Program.kwok(), Program.helm4(), Program.helm3());

  /** What is missing for {@link #ready}, in words; empty if nothing is. */
  public static Optional<String> missing() {
    Path cache = Installed.cache();
    boolean built = PROGRAMS.stream().allMatch(program -> isThere(cache, program));
    return built || Installed.find("go").isPresent()
        ? Optional.empty()
        : Optional.of(
            "Go 1.26 or newer (the command 'go'), which builds the lab's Kubernetes and Helm");
  }

  /**
   * The programs, built first if they aren't there, which takes minutes: progress goes to the
   * standard error. Whoever comes second waits for the first.
   *
   * @throws LabException if Go is missing or can't build one
   */
  public static synchronized Binaries ready() {
    Path cache = Installed.cache();
    if (!PROGRAMS.stream().allMatch(program -> isThere(cache, program))) {
      build(cache);
    }
    Path controlPlane = executable(cache, Program.controlPlane());
    return new Binaries(
        controlPlane,
        controlPlane.resolveSibling("kubectl"),
        executable(cache, Program.kwok()),
        executable(cache, Program.helm3()),
        executable(cache, Program.helm4()));
  }

  private static void build(Path cache) {
    Path go =
        Installed.find("go")
            .orElseThrow(() -> new LabException("missing: " + missing().orElse("")));
    try {
      Files.createDirectories(cache);
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        for (Program program : PROGRAMS) {
          if (lock.isValid() && !isThere(cache, program)) {
            System.err.printf(
                "lab: building %s %s; the first time takes minutes%n",
                program.name(), program.version());
            GoBuild.build(go, program, executable(cache, program));
          }
        }
        Path kubectl = executable(cache, Program.controlPlane()).resolveSibling("kubectl");
        if (!Files.exists(kubectl)) {
          Files.createSymbolicLink(kubectl, Path.of("control-plane"));
        }
      }
    } catch (IOException e) {
      throw new LabException("the lab's cache " + cache + " can't be written", e);
    }
  }

  private static boolean isThere(Path cache, Program program) {
    Path executable = executable(cache, program);
    return Files.isExecutable(executable)
        && (program.module().isPresent()
            || Files.isExecutable(executable.resolveSibling("kubectl")));
  }

  private static Path executable(Path cache, Program program) {
    return cache.resolve(program.folder()).resolve(program.name());
  }
}
