package dev.slipway.engine.journal;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

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

  /**
   * Who holds the lock.
   *
   * @param expires end of the lease
   */
  public record Owner(
      String user, String host, long pid, String command, Instant since, Instant expires) {
    private Owner until(Instant expires) {
      return new Owner(user, host, pid, command, since, expires);
    }
  }

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;
  private final Thread renewal;
  private final Owner owner;

  private StackLock(Path folder, FileChannel channel, FileLock lock, Owner owner) {
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
      FileLock lock = tryLock(channel);
      Optional<Owner> before = read(folder);
      Owner me = me(command, Instant.now());
      if (lock == null || before.filter(other -> heldElsewhere(other, me)).isPresent()) {
        channel.close();
        throw held(folder, before).asException();
      }
      write(folder, me);
      return new StackLock(folder, channel, lock, me);
    } catch (IOException e) {
      throw Diagnostic.environment(
              "LOCK-UNAVAILABLE",
              "The stack's folder can't be used",
              "Locking " + folder + " failed: " + e.getMessage() + ".",
              "Make the folder writable, or choose another with --state.")
          .asException(e);
    }
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

  private static boolean heldElsewhere(Owner other, Owner me) {
    return !other.host().equals(me.host()) && other.expires().isAfter(Instant.now());
  }

  private static Owner me(String command, Instant now) {
    return new Owner(
        System.getProperty("user.name"),
        host(),
        ProcessHandle.current().pid(),
        command,
        now,
        now.plus(LEASE));
  }

  private static String host() {
    try {
      Path file = Path.of("/etc/hostname");
      return Files.isReadable(file)
          ? Files.readString(file).strip()
          : Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    } catch (IOException _) {
      return "localhost";
    }
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

  private static Path file(Path folder) {
    return folder.resolve("lock.json");
  }

  /** Who holds the lock, or held it last without letting go of it in good order. */
  private static Optional<Owner> read(Path folder) throws IOException {
    if (!Files.exists(file(folder))) {
      return Optional.empty();
    }
    try {
      Map<?, ?> tree = JsonMapper.shared().readValue(Files.readAllBytes(file(folder)), Map.class);
      return Optional.of(
          new Owner(
              tree.get("user").toString(),
              tree.get("host").toString(),
              ((Number) tree.get("pid")).longValue(),
              tree.get("command").toString(),
              Instant.parse(tree.get("since").toString()),
              Instant.parse(tree.get("expires").toString())));
    } catch (RuntimeException _) {
      // Half written by a crash: it tells nothing.
      return Optional.empty();
    }
  }

  private static void write(Path folder, Owner owner) throws IOException {
    String json =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "user", owner.user(),
                    "host", owner.host(),
                    "pid", owner.pid(),
                    "command", owner.command(),
                    "since", owner.since().toString(),
                    "expires", owner.expires().toString()));
    Path fresh = folder.resolve("lock.json.new");
    Files.write(fresh, json.getBytes(StandardCharsets.UTF_8));
    Files.move(
        fresh, file(folder), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Diagnostic held(Path folder, Optional<Owner> owner) {
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
            .orElse("another command");
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
        write(folder, owner.until(Instant.now().plus(LEASE)));
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
    try {
      renewal.join();
      Files.deleteIfExists(file(folder));
      Files.deleteIfExists(folder.resolve("lock.json.new"));
      lock.release();
      channel.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException _) {
      // The process's end releases what could not be released here.
    }
  }
}
