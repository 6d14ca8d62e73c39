package dev.slipway.cli.rig;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of its own that is quickly full; taken away on close. */
public final class SmallDisk implements AutoCloseable {
  /** What a file takes at least, in bytes. */
  private static final int PAGE = 4096;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** A disk of so many MiB at this folder; assumes that the user may mount one. */
  public static SmallDisk mount(Path folder, int size) throws IOException {
    Files.createDirectories(folder);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size + "m", "tmpfs", folder.toString()),
        "the right to mount a small disk (tmpfs)");
    return new SmallDisk(folder);
  }

  /** Fills it but for so many pages of 4 KiB. */
  public void fillBut(int pages) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(ballast().toFile(), "rw")) {
      byte[] page = new byte[PAGE];
      file.seek(file.length());
      boolean room = true;
      while (room) {
        try {
          file.write(page);
        } catch (IOException _) {
          room = false;
        }
      }
      file.setLength(Math.max(0, file.length() - (long) pages * PAGE));
    }
  }

  /** Makes it empty again. */
  public void free() throws IOException {
    Files.deleteIfExists(ballast());
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  @Override
  public void close() throws IOException {
    if (!run("umount", folder.toString()) && !run("umount", "--lazy", folder.toString())) {
      throw new IOException("can't unmount " + folder);
    }
  }

  private static boolean run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
