package dev.slipway.lab.power;

import dev.slipway.engine.journal.JournalFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A journal's disk. Survives the machines that write to it: after a power cut it holds what was
 * forced to it, and of what was being written then an arbitrary first part.
 */
public final class MemoryJournal {
  private final RandomGenerator random;
  private byte[] bytes = new byte[0];
  private int appends;
  private int failingAppend = -1;

  /**
   * @param random decides how much of a write that was cut survives
   */
  public MemoryJournal(RandomGenerator random) {
    this.random = random;
  }

  /** The file as one machine sees it. */
  public JournalFile on(Power power) {
    return new Mounted(power);
  }

  /**
   * Makes one append fail for want of room, after an arbitrary part of it was written and cut back.
   *
   * @param append number from 0, counted from now
   */
  public synchronized void failAppend(int append) {
    appends = 0;
    failingAppend = append;
  }

  /** Number of appends, counted from the last {@link #failAppend}. */
  public synchronized int appends() {
    return appends;
  }

  public synchronized byte[] bytes() {
    return bytes.clone();
  }

  public synchronized void replace(byte[] with) {
    bytes = with.clone();
  }

  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** Number of whole lines. */
  public int lines() {
    return (int) text().chars().filter(c -> c == '\n').count();
  }

  private final class Mounted implements JournalFile {
    private final Power power;

    Mounted(Power power) {
      this.power = power;
    }

    @Override
    public byte[] read() {
      power.check();
      return bytes();
    }

    @Override
    public void append(ByteBuffer added) throws IOException {
      power.point();
      synchronized (MemoryJournal.this) {
        if (appends++ == failingAppend) {
          throw new IOException("No space left on device");
        }
        byte[] fresh = new byte[added.remaining()];
        added.get(fresh);
        int before = bytes.length;
        write(fresh, random.nextInt(fresh.length + 1));
        power.point();
        bytes = Arrays.copyOf(bytes, before);
        write(fresh, fresh.length);
      }
      power.point();
    }

    private void write(byte[] fresh, int length) {
      int before = bytes.length;
      bytes = Arrays.copyOf(bytes, before + length);
      System.arraycopy(fresh, 0, bytes, before, length);
    }

    @Override
    public void truncate(long length) {
      power.point();
      synchronized (MemoryJournal.this) {
        bytes = Arrays.copyOf(bytes, Math.toIntExact(length));
      }
    }
  }
}
