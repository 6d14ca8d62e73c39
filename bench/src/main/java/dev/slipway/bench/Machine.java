package dev.slipway.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a figure was measured on. */
public final class Machine {
  private Machine() {}

  /**
   * Processor, cores, memory and JDK in one line, with how busy the machine was already: the mean
   * number of threads that wanted to run in the last minute.
   */
  public static String describe() {
    return "%s, %d cores (load %.1f before), %.0f GB memory, JDK %s (%s)"
        .formatted(
            line(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch")),
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            line(Path.of("/proc/meminfo"), "MemTotal").map(Machine::kilobytes).orElse(0L) / 1e6,
            Runtime.version(),
            System.getProperty("java.vendor"));
  }

  /** The most memory that this process ever held, in bytes; empty where the system doesn't tell. */
  public static Optional<Long> peakMemory() {
    return line(Path.of("/proc/self/status"), "VmHWM").map(text -> kilobytes(text) * 1024);
  }

  private static long kilobytes(String text) {
    return Long.parseLong(text.substring(0, text.indexOf(' ')));
  }

  private static Optional<String> line(Path file, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
