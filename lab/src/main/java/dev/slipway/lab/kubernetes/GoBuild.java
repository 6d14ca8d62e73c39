package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.Folders;
import dev.slipway.lab.process.LabException;
import dev.slipway.lab.process.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** Builds a program with the machine's Go. */
final class GoBuild {
  private GoBuild() {}

  /**
   * Builds a program into a file, which is there whole or not at all.
   *
   * @throws LabException with what Go said
   */
  static void build(Path go, Program program, Path executable) {
    try {
      Files.createDirectories(executable.getParent());
      Path work = Files.createTempDirectory(executable.getParent(), "build-");
      Path made = work.resolve("out").resolve(program.module().isPresent() ? "x" : program.name());
      Files.createDirectories(made.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command(go, program, made)).directory(work.toFile());
      builder.environment().put("CGO_ENABLED", "0");
      builder.environment().put("GOBIN", made.getParent().toString());
      builder.environment().put("GOFLAGS", "-buildvcs=false");
      if (program.module().isEmpty()) {
        builder.environment().put("GOFLAGS", "-buildvcs=false -mod=mod");
        for (String file : Program.SOURCES) {
          Files.write(work.resolve(file), Program.source(file));
        }
      }
      long begin = System.nanoTime();
      Ran ran = Ran.of(builder, Duration.ofMinutes(30));
      if (ran.exit() != 0) {
        throw new LabException(
            "Go could not build " + program.name() + " " + program.version() + ":\n" + ran.err());
      }
      Path result = program.module().isPresent() ? only(made.getParent()) : made;
      Files.move(result, executable, StandardCopyOption.ATOMIC_MOVE);
      Folders.delete(work);
      System.err.printf(
          "lab: built %s %s in %d s%n",
          program.name(),
          program.version(),
          Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    } catch (IOException e) {
      throw new LabException("the lab's " + program.name() + " could not be built", e);
    }
  }

  private static List<String> command(Path go, Program program, Path made) {
    String flags = "-s -w " + String.join(" ", program.linkerFlags());
    return program
        .module()
        .map(
            module ->
                List.of(
                    go.toString(),
                    "install",
                    "-trimpath",
                    "-ldflags",
                    flags,
                    module + "@" + program.version()))
        .orElseGet(
            () ->
                List.of(
                    go.toString(),
                    "build",
                    "-trimpath",
                    "-ldflags",
                    flags,
                    "-o",
                    made.toString(),
                    "."));
  }

  private static Path only(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findFirst().orElseThrow(() -> new LabException("Go made nothing in " + folder));
    }
  }
}
