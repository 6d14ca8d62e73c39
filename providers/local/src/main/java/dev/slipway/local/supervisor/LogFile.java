package dev.slipway.local.supervisor;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * A log that its process writes straight to, so that it goes on without the supervisor. When it has
 * grown it is copied to {@code file.1} and emptied in place: the process keeps its open file.
 *
 * @param bytes size from which it is rotated
 * @param kept number of old files, {@code file.1} being the youngest
 */
public record LogFile(Path file, long bytes, int kept) {
  private static final long TAIL_BYTES = 16 * 1024;

  /** 10 MiB, and three old ones. */
  public static LogFile of(Path file) {
    return new LogFile(file, 10L * 1024 * 1024, 3);
  }

  /**
   * Rotates if it has grown enough. What is written in the instant between the last look and the
   * emptying is lost.
   */
  public boolean rotate() throws IOException {
    try (FileChannel log =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (log.size() < bytes) {
        return false;
      }
      Path draft = file.resolveSibling(file.getFileName() + ".rotating");
      try (FileChannel copy =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        for (int i = kept - 1; i >= 1; i--) {
          shift(old(i), old(i + 1));
        }
        long copied = 0;
        while (copied < log.size()) {
          copied += log.transferTo(copied, log.size() - copied, copy);
        }
        log.truncate(0);
      }
      shift(draft, old(1));
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /** Rotates if it has grown enough and can be rotated; says it if it can't. */
  void keepSmall() {
    try {
      rotate();
    } catch (IOException e) {
      System.out.println(Instant.now() + " can't rotate " + file + ": " + e);
    }
  }

  /** The last lines, without a cut first one; none if there is no log. */
  public List<String> tail(int lines) throws IOException {
    byte[] bytes;
    boolean cut;
    try (FileChannel log = FileChannel.open(file, StandardOpenOption.READ)) {
      cut = log.size() > TAIL_BYTES;
      log.position(Math.max(0, log.size() - TAIL_BYTES));
      bytes = Channels.newInputStream(log).readAllBytes();
    } catch (NoSuchFileException _) {
      return List.of();
    }
    List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    return all.subList(Math.max(cut && all.size() > 1 ? 1 : 0, all.size() - lines), all.size());
  }

  /** Deletes it and its old ones. */
  public void delete() throws IOException {
    for (int i = 1; i <= kept; i++) {
      Files.deleteIfExists(old(i));
    }
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".rotating"));
    Files.deleteIfExists(file);
  }

  private Path old(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  private static void shift(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
