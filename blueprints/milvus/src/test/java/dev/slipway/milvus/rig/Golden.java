package dev.slipway.milvus.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file that was looked at and accepted; {@code -Dgolden.accept=true} accepts. */
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources");

  private Golden() {}

  /** The text of a test's input. */
  public static String text(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  /**
   * @param file path under the test resources
   */
  public static void assertMatches(String file, String actual) throws IOException {
    Path golden = FOLDER.resolve(file);
    if (Boolean.getBoolean("golden.accept")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, actual);
    }
    assertThat(golden).as("accept with -Dgolden.accept=true").exists();
    assertThat(actual)
        .as("%s; accept what is new with -Dgolden.accept=true", golden)
        .isEqualTo(Files.readString(golden));
  }
}
