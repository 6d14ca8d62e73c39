package dev.slipway.local.log;

import dev.slipway.engine.provider.LogSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A log file that a process appends to and that is emptied when it has been copied away.
 *
 * @param component whose log it is
 */
public record FollowedLog(String component, Path file) implements LogSource {
  private static final long LOOK_MILLIS = 200;

  @Override
  public void read(int last, boolean follow, Consumer<String> line, BooleanSupplier ended) {
    long position = 0;
    if (Files.exists(file)) {
      position = newest(last, line);
    }
    LineBuffer lines = new LineBuffer(line);
    while (follow && !ended.getAsBoolean()) {
      position = further(position, lines);
      pause();
    }
  }

  /** Reads the newest lines; the position behind them. */
  private long newest(int last, Consumer<String> line) {
    Deque<String> kept = new ArrayDeque<>();
    long[] position = {0};
    LineBuffer lines =
        new LineBuffer(
            text -> {
              kept.add(text);
              if (kept.size() > last) {
                kept.remove();
              }
            });
    position[0] = further(0, lines);
    lines.rest();
    kept.forEach(line);
    return position[0];
  }

  private long further(long from, LineBuffer lines) {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      // A file that has become shorter was rotated: its new content begins at its start.
      long position = open.length() < from ? 0 : from;
      open.seek(position);
      byte[] buffer = new byte[1 << 16];
      int n;
      while ((n = open.read(buffer)) > 0) {
        lines.add(buffer, n);
        position += n;
      }
      return position;
    } catch (IOException _) {
      // Not there yet, or removed by a down that ran meanwhile.
      return 0;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Cuts bytes into lines. */
  private static final class LineBuffer {
    private final Consumer<String> line;
    private final java.io.ByteArrayOutputStream begun = new java.io.ByteArrayOutputStream();

    LineBuffer(Consumer<String> line) {
      this.line = line;
    }

    void add(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        if (bytes[i] == '\n') {
          rest();
        } else {
          begun.write(bytes[i]);
        }
      }
    }

    /** Ends the line that was begun, if one was. */
    void rest() {
      if (begun.size() > 0) {
        line.accept(begun.toString(StandardCharsets.UTF_8).stripTrailing());
        begun.reset();
      }
    }
  }
}
