package dev.slipway.engine.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Where a journal's bytes lie. */
public interface JournalFile {
  /** Everything that is in it. */
  byte[] read() throws IOException;

  /** Adds bytes at the end; after it returns they survive a power failure. */
  void append(ByteBuffer bytes) throws IOException;

  /** Cuts off everything from {@code length} on. */
  void truncate(long length) throws IOException;

  /** A file on this machine's disk; whoever opened the channel closes it. */
  record OnDisk(FileChannel channel) implements JournalFile {
    @Override
    public byte[] read() throws IOException {
      ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
      while (all.hasRemaining() && channel.read(all, all.position()) >= 0) {}
      return all.array();
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      long end = channel.size();
      try {
        while (bytes.hasRemaining()) {
          channel.write(bytes, channel.size());
        }
        channel.force(false);
      } catch (IOException e) {
        cutBack(end, e);
        throw e;
      }
    }

    /** A write that stopped half way would be a damaged line in the middle once more is written. */
    private void cutBack(long end, IOException reason) {
      try {
        channel.truncate(end);
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }

    @Override
    public void truncate(long length) throws IOException {
      channel.truncate(length);
      channel.force(false);
    }
  }
}
