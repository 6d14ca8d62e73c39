package dev.slipway.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares output with the file that holds what it should be. With {@code -Dgolden.accept=true} the
 * output is written to the file instead; the change of the file is then what is to be reviewed.
 */
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/render");

  private Golden() {}

  /** Escape codes are shown as {@code \e} in the file. */
  static void check(String name, String actual) {
    String visible = actual.replace("\u001b", "\\e").replace("\r", "\\r");
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if (Boolean.getBoolean("golden.accept")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, visible);
      }
      assertThat(file).as("made by -Dgolden.accept=true").exists();
      assertThat(visible)
          .as("%s; accept by -Dgolden.accept=true", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
