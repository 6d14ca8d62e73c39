package dev.slipway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository that this module lies in. */
final class Repository {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Repository() {}

  /** Everything that a reader is told: the documents in {@code docs} and at the top. */
  static List<Path> documents() {
    return Stream.concat(
            files(ROOT, 1).filter(file -> !name(file).startsWith("LICENSE")),
            files(ROOT.resolve("docs"), Integer.MAX_VALUE))
        .filter(file -> name(file).endsWith(".md"))
        .sorted()
        .toList();
  }

  /** What is shipped; not the simulated cloud, whose problems no user ever sees. */
  static List<Path> mainSources() {
    return sources().stream()
        .filter(file -> file.toString().contains("/src/main/java/"))
        .filter(file -> !file.startsWith(ROOT.resolve("lab")))
        .toList();
  }

  /** Every Java source, tests too. */
  static List<Path> sources() {
    return Stream.of("engine", "providers", "blueprints", "cli", "lab", "bench", "build")
        .flatMap(folder -> files(ROOT.resolve(folder), Integer.MAX_VALUE))
        .filter(file -> name(file).endsWith(".java"))
        .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?target/.*"))
        .sorted()
        .toList();
  }

  static String text(String path) {
    return text(ROOT.resolve(path));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Stream<Path> files(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
