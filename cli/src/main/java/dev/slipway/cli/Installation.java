package dev.slipway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where Slipway lies and which version it is.
 *
 * @param home the folder of the launcher and the examples, if the launcher told it
 */
public record Installation(Optional<Path> home, String version) {
  /** The installation that runs. */
  public static Installation current() {
    return new Installation(
        Optional.ofNullable(System.getProperty("slipway.home")).map(Path::of), readVersion());
  }

  private static String readVersion() {
    try (InputStream in = Installation.class.getResourceAsStream("version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException _) {
      return "unknown";
    }
  }
}
