package dev.slipway.engine.journal;

import dev.slipway.engine.resource.ResourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Mends a journal with damaged lines in its middle: what can be trusted goes on, the damaged file
 * is kept beside it. What the dropped lines told is found out by the next plan, which looks at
 * every resource.
 */
public final class Repair {
  private Repair() {}

  /** A line that was dropped and why. */
  public record Dropped(int line, String reason) {}

  /**
   * What a repair did.
   *
   * @param damaged where the damaged journal is kept
   * @param dropped the lines that the mended journal doesn't hold, in order
   * @param kept number of entries that could be trusted
   * @param doubtful resources of which it isn't known from the journal alone whether or how they
   *     are there; the next plan looks. Unless the stack file says otherwise, they are not deleted.
   */
  public record Result(Path damaged, List<Dropped> dropped, int kept, List<ResourceId> doubtful) {
    public Result {
      dropped = List.copyOf(dropped);
      doubtful = List.copyOf(doubtful);
    }
  }

  /** A mended journal that isn't written yet. */
  public record Mended(
      List<Entry> entries, List<Dropped> dropped, int kept, List<ResourceId> doubtful) {
    /** The mended journal's bytes. */
    public byte[] bytes() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      entries.forEach(entry -> bytes.writeBytes(JournalLine.encode(entry)));
      return bytes.toByteArray();
    }
  }

  /**
   * Mends a journal, if it is damaged elsewhere than at its end. The stack's lock must be held and
   * be let go of afterwards: the mended journal is another file.
   *
   * @return what was done, or empty if there was nothing to mend
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if it can't be read or written; then
   *     the damaged one is as it was
   */
  static Optional<Result> repair(Path journal, JournalFile file, String actor, String version) {
    try {
      byte[] bytes = file.read();
      Optional<Mended> mended = mend(bytes, actor, version);
      if (mended.isEmpty()) {
        return Optional.empty();
      }
      Path damaged = keep(journal, bytes);
      Path fresh = journal.resolveSibling("journal.jsonl.new");
      write(fresh, mended.get().bytes());
      Files.move(
          fresh, journal, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(journal);
      Mended done = mended.get();
      return Optional.of(new Result(damaged, done.dropped(), done.kept(), done.doubtful()));
    } catch (IOException e) {
      throw JournalProblems.unwritable(journal, e).asException(e);
    }
  }

  /** What can be trusted of a journal, as a journal of its own; empty if all of it can. */
  public static Optional<Mended> mend(byte[] bytes, String actor, String version) {
    JournalText text = JournalText.read(bytes);
    if (text.damage().isEmpty() && replays(text)) {
      return Optional.empty();
    }
    Salvage salvage = new Salvage(text);
    List<Dropped> dropped =
        text.damage().stream().map(damage -> new Dropped(damage.line(), damage.reason())).toList();
    String stack =
        text.entries().stream()
            .filter(Entry.Opened.class::isInstance)
            .map(entry -> ((Entry.Opened) entry).stack())
            .findFirst()
            .orElse("");
    List<Entry> entries = new ArrayList<>();
    // Another lineage: no plan that was made against the damaged journal may be applied.
    entries.add(new Entry.Opened(UUID.randomUUID().toString(), stack, version, Instant.now()));
    entries.addAll(salvage.entries());
    entries.add(new Entry.Began("repair", actor, Instant.now()));
    entries.add(new Entry.Ended("done", Instant.now()));
    return Optional.of(new Mended(entries, dropped, text.entries().size(), salvage.doubtful()));
  }

  private static boolean replays(JournalText text) {
    try {
      State.replay(text.entries());
      return true;
    } catch (State.BrokenSequenceException _) {
      return false;
    }
  }

  private static Path keep(Path journal, byte[] bytes) throws IOException {
    int n = 1;
    Path damaged = journal.resolveSibling("journal.damaged-1.jsonl");
    while (Files.exists(damaged)) {
      damaged = journal.resolveSibling("journal.damaged-" + ++n + ".jsonl");
    }
    write(damaged, bytes);
    return damaged;
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  /** The rename itself must survive a power failure; not every system lets a folder be opened. */
  private static void forceFolder(Path journal) {
    try (FileChannel folder =
        FileChannel.open(journal.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException _) {
      // Then the system's own order of writes must do.
    }
  }
}
