package dev.slipway.local.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Small files that are either whole or not there, also after a crash; readable by their owner only.
 */
public final class DurableFile {
  /** Ends the names of files that were being written when a crash came. */
  public static final String UNFINISHED = ".tmp";

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private DurableFile() {}

  /** Writes or replaces a file. */
  public static void write(Path file, byte[] content) throws IOException {
    Path unfinished = writeUnfinished(file, content);
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(file.toAbsolutePath().getParent());
  }

  /**
   * Writes a file that must not exist yet; of several that try at the same time, one succeeds.
   *
   * @throws FileAlreadyExistsException if it exists
   */
  public static void writeNew(Path file, byte[] content) throws IOException {
    Path unfinished = writeUnfinished(file, content);
    try {
      Files.createLink(file, unfinished);
    } catch (UnsupportedOperationException _) {
      Files.move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    syncFolder(file.toAbsolutePath().getParent());
  }

  /** Makes a folder and those above it; those that are made can be entered by their owner only. */
  public static void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder, ownerOnly("rwx------"));
  }

  private static Path writeUnfinished(Path file, byte[] content) throws IOException {
    Path unfinished =
        file.resolveSibling(
            file.getFileName()
                + "."
                + ProcessHandle.current().pid()
                + "-"
                + Thread.currentThread().threadId()
                + UNFINISHED);
    Files.deleteIfExists(unfinished);
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownerOnly("rw-------"))) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    return unfinished;
  }

  private static void syncFolder(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
