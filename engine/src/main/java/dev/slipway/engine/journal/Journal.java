package dev.slipway.engine.journal;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The append-only record of what was about to be done and what was done to a stack: its state is
 * the sum of it. Has one writer; not safe for use by several threads.
 */
public final class Journal {
  private final Path path;
  private final JournalFile file;
  private final Optional<Diagnostic> notice;
  private final State.Sum sum;

  private Journal(Path path, JournalFile file, State state, Optional<Diagnostic> notice) {
    this.path = path;
    this.file = file;
    this.sum = new State.Sum(state);
    this.notice = notice;
  }

  /**
   * What a journal that others may be writing tells now; nothing is mended.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if it can't be read, or is damaged
   *     elsewhere than at its end
   */
  public static State peek(Path path) {
    if (!Files.exists(path)) {
      return State.EMPTY;
    }
    try {
      return replay(path, undamaged(path, Files.readAllBytes(path)));
    } catch (IOException e) {
      throw JournalProblems.unreadable(path, e).asException(e);
    }
  }

  /**
   * Opens a journal. A last line that was cut off by a crash is dropped.
   *
   * @param path its name in messages
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if it can't be read, or is damaged
   *     elsewhere than at its end
   */
  public static Journal open(Path path, JournalFile file) {
    try {
      JournalText text = undamaged(path, file.read());
      Optional<Diagnostic> notice = Optional.empty();
      if (text.torn()) {
        file.truncate(text.wholeLength());
        notice = Optional.of(JournalProblems.torn(path, text.entries().size() + 1));
      }
      return new Journal(path, file, replay(path, text), notice);
    } catch (IOException e) {
      throw JournalProblems.unreadable(path, e).asException(e);
    }
  }

  private static State replay(Path path, JournalText text) {
    try {
      return State.replay(text.entries());
    } catch (State.BrokenSequenceException e) {
      throw JournalProblems.damaged(path, Math.toIntExact(e.entry()), e.getMessage())
          .asException(e);
    }
  }

  private static JournalText undamaged(Path path, byte[] bytes) {
    JournalText text = JournalText.read(bytes);
    if (!text.damage().isEmpty()) {
      JournalText.Damage first = text.damage().getFirst();
      throw JournalProblems.damaged(path, first.line(), first.reason()).asException();
    }
    return text;
  }

  /** The sum of all entries so far. */
  public State state() {
    return sum.state();
  }

  /** What was mended on opening, to be told to the user. */
  public Optional<Diagnostic> notice() {
    return notice;
  }

  /**
   * Adds entries; after it returns they survive a power failure.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if they can't be written; then none
   *     of them counts
   */
  public void append(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    write(entries);
    entries.forEach(sum::add);
  }

  private void write(List<Entry> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(entries.size() * 256);
    for (Entry entry : entries) {
      bytes.writeBytes(JournalLine.encode(entry));
    }
    try {
      file.append(ByteBuffer.wrap(bytes.toByteArray()));
    } catch (IOException e) {
      throw JournalProblems.unwritable(path, e).asException(e);
    }
  }
}
