package dev.slipway.local.process.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux tells of a process in {@code /proc/PID/stat}.
 *
 * @param state letter of the process' state, for example {@code Z} for a zombie
 * @param parent pid of the parent
 * @param startTicks clock ticks between the start of the machine and that of the process
 */
record ProcessStat(char state, long parent, long startTicks) {
  static final boolean AVAILABLE = Files.isReadable(Path.of("/proc/self/stat"));

  static Optional<ProcessStat> read(long pid) {
    try {
      return Optional.of(
          parse(
              new String(
                  Files.readAllBytes(Path.of("/proc/" + pid + "/stat")),
                  StandardCharsets.ISO_8859_1)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** The program's name may hold blanks and parentheses, so the fields count from the last one. */
  static ProcessStat parse(String line) {
    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", 21);
    return new ProcessStat(
        fields[0].charAt(0), Long.parseLong(fields[1]), Long.parseLong(fields[19]));
  }

  /** Whether it has ended and only waits for its parent to take note. */
  boolean ended() {
    return state == 'Z' || state == 'X' || state == 'x';
  }
}
