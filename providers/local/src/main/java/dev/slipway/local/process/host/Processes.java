package dev.slipway.local.process.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks among the processes of this machine. */
public final class Processes {
  private Processes() {}

  /**
   * Every living process of this user that carries the owner's mark, but the one that asks. Only
   * Linux shows the environment of a process; elsewhere none is found.
   */
  public static List<MarkedProcess> marked(String owner) {
    List<MarkedProcess> found = new ArrayList<>();
    long self = ProcessHandle.current().pid();
    for (long pid : pids()) {
      if (pid != self) {
        marked(pid, owner).ifPresent(found::add);
      }
    }
    return found;
  }

  /** Those of {@link #marked(String)} that belong to one resource. */
  public static List<MarkedProcess> marked(String owner, String resource) {
    return marked(owner).stream()
        .filter(process -> process.mark().resource().equals(resource))
        .toList();
  }

  /** Pid and program, for a reader: {@code pid 4711 (python3)}. */
  public static String describe(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(handle -> handle.info().command())
        .map(command -> "pid " + pid + " (" + Path.of(command).getFileName() + ")")
        .orElse("pid " + pid);
  }

  /** Every pid that {@code /proc} shows; none where there is no such folder. */
  static List<Long> pids() {
    List<Long> pids = new ArrayList<>();
    if (!ProcessStat.AVAILABLE) {
      return pids;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of("/proc"))) {
      for (Path folder : folders) {
        String name = folder.getFileName().toString();
        if (Character.isDigit(name.charAt(0))) {
          pids.add(Long.parseLong(name));
        }
      }
    } catch (IOException | DirectoryIteratorException _) {
      return pids;
    }
    return pids;
  }

  private static Optional<MarkedProcess> marked(long pid, String owner) {
    Optional<ProcessStat> stat = ProcessStat.read(pid).filter(read -> !read.ended());
    Optional<Mark> mark = mark(pid).filter(found -> found.owner().equals(owner));
    if (stat.isEmpty() || mark.isEmpty()) {
      return Optional.empty();
    }
    return ProcessIdentity.of(pid)
        .map(identity -> new MarkedProcess(identity, stat.get().parent(), mark.get()));
  }

  /** The mark that a process carries, if it carries one and lets this user see it. */
  public static Optional<Mark> mark(long pid) {
    String environment = text(pid, "environ");
    String owner = variable(environment, Mark.OWNER);
    return owner.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Mark(
                owner, variable(environment, Mark.RESOURCE), variable(environment, Mark.LAUNCH)));
  }

  /** A process' program and arguments; empty if it doesn't show them. */
  public static String commandLine(long pid) {
    return text(pid, "cmdline").replace('\0', ' ').strip();
  }

  private static String text(long pid, String file) {
    try {
      return new String(
          Files.readAllBytes(Path.of("/proc/" + pid + "/" + file)), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  private static String variable(String environment, String name) {
    for (String entry : environment.split("\0", -1)) {
      if (entry.startsWith(name + "=")) {
        return entry.substring(name.length() + 1);
      }
    }
    return "";
  }
}
