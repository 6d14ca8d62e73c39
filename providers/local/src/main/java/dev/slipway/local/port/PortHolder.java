package dev.slipway.local.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a port; only Linux tells, and only of the user's own processes.
 *
 * @param pid process id
 * @param command its command line
 * @param owner the stack whose mark it carries, if it carries one
 */
record PortHolder(long pid, String command, Optional<String> owner) {
  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";
  private static final String OWNER = "SLIPWAY_OWNER=";

  static Optional<PortHolder> of(int port) {
    Set<String> sockets = sockets(port);
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> holds(pid, sockets))
        .findFirst()
        .map(pid -> new PortHolder(pid, command(pid), owner(pid)));
  }

  private static Set<String> sockets(int port) {
    Set<String> sockets = new HashSet<>();
    String suffix = ":%04X".formatted(port);
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : lines(PROC.resolve(table))) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
          sockets.add("socket:[" + fields[9] + "]");
        }
      }
    }
    return sockets;
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(PROC.resolve(Long.toString(pid)).resolve("fd"))) {
      for (Path file : files) {
        if (sockets.contains(target(file))) {
          return true;
        }
      }
      return false;
    } catch (IOException | DirectoryIteratorException _) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return "";
    }
  }

  private static String command(long pid) {
    return text(pid, "cmdline").replace('\0', ' ').strip();
  }

  private static Optional<String> owner(long pid) {
    for (String variable : text(pid, "environ").split("\0", -1)) {
      if (variable.startsWith(OWNER)) {
        return Optional.of(variable.substring(OWNER.length()));
      }
    }
    return Optional.empty();
  }

  private static String text(long pid, String file) {
    try {
      return new String(
          Files.readAllBytes(PROC.resolve(Long.toString(pid)).resolve(file)),
          StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException _) {
      return List.of();
    }
  }
}
