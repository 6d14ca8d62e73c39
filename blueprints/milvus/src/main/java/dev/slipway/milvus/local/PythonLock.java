package dev.slipway.milvus.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Python packages that Milvus runs from, each pinned by version and hashes. */
final class PythonLock {
  private static final String RESOURCE = "/dev/slipway/milvus/requirements.txt";

  private PythonLock() {}

  /** The text of the requirements file that Slipway was built with. */
  static String requirements() {
    try (InputStream file = PythonLock.class.getResourceAsStream(RESOURCE)) {
      if (file == null) {
        throw new IllegalStateException("Slipway was built without " + RESOURCE);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + RESOURCE + " from the class path", e);
    }
  }
}
