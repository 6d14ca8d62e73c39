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

/** Tells whose a listening TCP port is; on Linux only, elsewhere nothing is ever found foreign. */
public final class PortHolder {
  private PortHolder() {}

  /**
   * Who holds the port, if it certainly is neither the main process nor one of its family.
   *
   * @param main the process that most likely holds it; empty if it doesn't live
   * @return the holder for a reader, for example {@code pid 4711 (nginx)}
   */
  public static Optional<String> foreign(int port, Optional<ProcessIdentity> main, Family family) {
    Set<String> sockets = listening(port);
    if (sockets.isEmpty() || main.filter(process -> mayHold(process, sockets)).isPresent()) {
      return Optional.empty();
    }
    for (ProcessIdentity process : family.members(main)) {
      if (mayHold(process, sockets)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        Processes.pids().stream()
            .filter(pid -> holds(pid, sockets).orElse(false))
            .findFirst()
            .map(Processes::describe)
            .orElse("a process of another user"));
  }

  private static boolean mayHold(ProcessIdentity process, Set<String> sockets) {
    return holds(process.pid(), sockets).orElse(true);
  }

  /** The sockets listening on a port, named as the links in {@code /proc/PID/fd} name them. */
  private static Set<String> listening(int port) {
    Set<String> sockets = new HashSet<>();
    String suffix = String.format(":%04X", port);
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      for (String line : lines(Path.of(table))) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals("0A")) {
          sockets.add("socket:[" + fields[9] + "]");
        }
      }
    }
    return sockets;
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException _) {
      return List.of();
    }
  }

  /** Empty if the process doesn't show its files. */
  private static Optional<Boolean> holds(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files) {
        if (isOneOf(file, sockets)) {
          return Optional.of(true);
        }
      }
      return Optional.of(false);
    } catch (IOException | DirectoryIteratorException _) {
      return Optional.empty();
    }
  }

  private static boolean isOneOf(Path file, Set<String> sockets) {
    try {
      return sockets.contains(Files.readSymbolicLink(file).toString());
    } catch (IOException _) {
      return false;
    }
  }
}
