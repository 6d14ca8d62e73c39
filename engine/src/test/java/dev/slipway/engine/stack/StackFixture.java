package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stack file among the test resources, with what reading it must come to beside it. After a
 * wanted change, write the expectations anew with {@code mvn verify -pl engine
 * -Dgolden.accept=true} and look at the difference.
 */
record StackFixture(Path file) {
  private static final Path FOLDER = Path.of("src/test/resources/stack");

  static List<StackFixture> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(StackFixture::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return file.getFileName().toString();
  }

  /** What it holds; bytes that aren't UTF-8 are replaced. */
  String text() {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What reading it comes to, as text. */
  String outcome() {
    try {
      return describe(new StackReader(Systems.BLUEPRINTS, Systems.TARGETS).read(file));
    } catch (DiagnosticException e) {
      return e.diagnostics().stream()
          .map(StackFixture::line)
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  String expected() throws IOException {
    if (Boolean.getBoolean("golden.accept")) {
      Files.writeString(golden(), outcome());
    }
    return Files.exists(golden()) ? Files.readString(golden()) : "";
  }

  private Path golden() {
    return file.resolveSibling(name().replaceFirst("[.]yaml$", ".txt"));
  }

  private static String line(Diagnostic diagnostic) {
    String place =
        diagnostic
            .location()
            .map(at -> Path.of(at.file()).getFileName() + ":" + at.line() + ":" + at.column() + " ")
            .orElse("");
    return place
        + diagnostic.code()
        + " "
        + diagnostic.summary()
        + " — "
        + diagnostic.detail()
        + " — "
        + diagnostic.fix();
  }

  private static String describe(Stack stack) {
    StringBuilder text = new StringBuilder("name: " + stack.name() + "\n");
    text.append("target: " + stack.target().kind().name() + " " + stack.target().config() + "\n");
    for (StackSystem<?> system : stack.systems()) {
      text.append(system.name() + ": " + system.config() + "\n");
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return name();
  }
}
