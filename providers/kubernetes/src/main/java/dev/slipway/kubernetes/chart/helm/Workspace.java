package dev.slipway.kubernetes.chart.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that only this user can read, gone with everything in it when it is closed. */
public record Workspace(Path folder) implements AutoCloseable {
  public static Workspace open() {
    try {
      return new Workspace(
          Files.createTempDirectory(
              "slipway-helm-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    } catch (IOException e) {
      throw HelmProblems.files("can't be made", e).asException(e);
    }
  }

  /** Writes a file that only this user can read. */
  public Path write(String name, String contents) {
    Path file = folder.resolve(name);
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(java.nio.ByteBuffer.wrap(contents.getBytes(StandardCharsets.UTF_8)));
      return file;
    } catch (IOException e) {
      throw HelmProblems.files("can't be written", e).asException(e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      throw HelmProblems.files("can't be removed", e).asException(e);
    }
  }
}
