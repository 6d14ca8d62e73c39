package dev.slipway.local.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * Being the one supervisor of a folder, as long as the folder is there.
 *
 * @param lock kept until the process ends
 * @param fileKey of the locked file: a new folder of the same name has another
 */
record Presence(Path file, FileLock lock, Optional<Object> fileKey) {

  /** Empty if another process is the folder's supervisor. */
  static Optional<Presence> take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new Presence(file, lock, fileKey(file)));
  }

  /** Whether somebody removed the folder. */
  boolean gone() {
    try {
      return !Objects.equals(fileKey, fileKey(file));
    } catch (NoSuchFileException _) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static Optional<Object> fileKey(Path file) throws IOException {
    return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
  }
}
