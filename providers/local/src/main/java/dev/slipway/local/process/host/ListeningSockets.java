package dev.slipway.local.process.host;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sockets that listen on a TCP port; only Linux shows them, elsewhere there are none.
 *
 * @param names as the links in {@code /proc/PID/fd} name them
 */
public record ListeningSockets(Set<String> names) {
  private static final String LISTENING = "0A";

  public ListeningSockets {
    names = Set.copyOf(names);
  }

  public static ListeningSockets on(int port) {
    Set<String> sockets = new HashSet<>();
    String suffix = ":%04X".formatted(port);
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      for (String line : lines(Path.of(table))) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
          sockets.add("socket:[" + fields[9] + "]");
        }
      }
    }
    return new ListeningSockets(sockets);
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** A process that certainly holds one of them. */
  public Optional<Long> holder() {
    return isEmpty()
        ? Optional.empty()
        : Processes.pids().stream().filter(pid -> heldBy(pid).orElse(false)).findFirst();
  }

  /** Whether a process holds one of them; empty if it doesn't show its files. */
  public Optional<Boolean> heldBy(long pid) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files) {
        if (names.contains(target(file))) {
          return Optional.of(true);
        }
      }
      return Optional.of(false);
    } catch (IOException | DirectoryIteratorException _) {
      return Optional.empty();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return "";
    }
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException _) {
      return List.of();
    }
  }
}
