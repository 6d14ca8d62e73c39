package dev.slipway.kubernetes.chart.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Packed charts by their SHA-256 digest, shared by all stacks.
 *
 * @param folder may not exist yet
 */
public record ChartCache(Path folder) {
  /** A chart that is there and whole. */
  Optional<byte[]> find(String digest) throws IOException {
    Path file = file(digest);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] archive = Files.readAllBytes(file);
    return Optional.of(archive).filter(bytes -> ChartFolder.sha256(bytes).equals(digest));
  }

  void put(String digest, byte[] archive) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "chart", ".part");
    Files.write(part, archive);
    Files.move(part, file(digest), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(String digest) {
    return folder.resolve(digest + ".tgz");
  }
}
