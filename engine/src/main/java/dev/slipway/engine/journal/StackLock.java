package dev.slipway.engine.journal;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets one command at a time change a stack.
 *
 * <p>On one machine the operating system's file lock decides, which ends with its process however
 * that ends. Beside it lies who holds it and a lease, renewed while it is held: on a shared file
 * system without locks, a lease of another machine that has not run out is respected.
 */
public final class StackLock implements AutoCloseable {
  /** How long a holder on another machine is believed after it was last heard of. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;
  private final Thread renewal;
  private final LockOwner owner;

  private StackLock(Path folder, FileChannel channel, FileLock lock, LockOwner owner) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
    this.owner = owner;
    this.renewal = Thread.ofVirtual().name("lease").start(this::renew);
  }

  /**
   * Takes the lock.
   *
   * @param folder the stack's folder; made if it isn't there
   * @param command what the holder does, for the message that others get
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if another command holds it, naming
   *     it
   */
  public static StackLock take(Path folder, String command) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              journal(folder),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      try {
        return take(folder, channel, command);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw Diagnostic.environment(
              "LOCK-UNAVAILABLE",
              "The stack's folder can't be used",
              "Locking " + folder + " failed: " + e.getMessage() + ".",
              "Make the folder writable, or choose another with --state.")
          .asException(e);
    }
  }

  private static StackLock take(Path folder, FileChannel channel, String command)
      throws IOException {
    FileLock lock = tryLock(channel);
    Optional<LockOwner> before = LockOwner.read(folder);
    LockOwner me = LockOwner.me(command, Instant.now().plus(LEASE));
    if (lock == null || before.filter(other -> heldElsewhere(other, me)).isPresent()) {
      throw held(folder, before).asException();
    }
    me.write(folder);
    return new StackLock(folder, channel, lock, me);
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      // The byte locked lies far behind any content, so that readers on systems with mandatory
      // locks aren't disturbed.
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  private static boolean heldElsewhere(LockOwner other, LockOwner me) {
    return !other.host().equals(me.host()) && other.expires().isAfter(Instant.now());
  }

  /** Where a stack's journal lies. */
  public static Path journal(Path folder) {
    return folder.resolve("journal.jsonl");
  }

  /**
   * The journal, through the one channel that also carries the lock: POSIX drops a process's lock
   * on a file as soon as the process closes any of its descriptors of that file.
   */
  public Journal openJournal() {
    return Journal.open(journal(folder), new JournalFile.OnDisk(channel));
  }

  /**
   * Mends the journal, if it is damaged elsewhere than at its end. Afterwards this lock must be
   * closed and taken anew.
   *
   * @param version Slipway's own, for the journal
   * @return what was done, or empty if there was nothing to mend
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the journal can't be read or
   *     written; then it is as it was
   */
  public Optional<Repair.Result> repairJournal(String version) {
    return Repair.repair(
        journal(folder),
        new JournalFile.OnDisk(channel),
        owner.user() + " (process " + owner.pid() + ")",
        version);
  }

  private static Diagnostic held(Path folder, Optional<LockOwner> owner) {
    String who =
        owner
            .map(
                o ->
                    "'"
                        + o.command()
                        + "' of "
                        + o.user()
                        + " on "
                        + o.host()
                        + " (process "
                        + o.pid()
                        + "), since "
                        + o.since())
            .orElse("Another command");
    return Diagnostic.environment(
        "LOCK-HELD",
        "Another command is changing this stack",
        who + " holds the lock of " + folder + ".",
        "Wait until it has ended, then run this command again. The lock ends with the process that"
            + " holds it.");
  }

  private void renew() {
    try {
      while (lock.isValid()) {
        Thread.sleep(LEASE.dividedBy(3));
        owner.until(Instant.now().plus(LEASE)).write(folder);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException _) {
      // A full disk: the file lock still holds, and whoever writes the journal says what is wrong.
    }
  }

  @Override
  public void close() {
    renewal.interrupt();
    boolean interrupted = joined();
    try (channel) {
      LockOwner.delete(folder);
      lock.release();
    } catch (IOException _) {
      // The process's end releases what could not be released here.
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the end of the renewal, which writes the file that is deleted next. */
  private boolean joined() {
    boolean interrupted = false;
    while (true) {
      try {
        renewal.join();
        return interrupted;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
  }
}
