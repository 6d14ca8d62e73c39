package dev.slipway.local.process.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A process that can't be taken for another: when the operating system gives its pid to a new
 * process, the start time differs.
 *
 * @param pid process id
 * @param start when it started, as the operating system tells it: on Linux the boot's id and clock
 *     ticks since that boot, elsewhere an ISO 8601 instant
 */
public record ProcessIdentity(long pid, String start) {
  private static final String BOOT = boot();

  public ProcessIdentity {
    Objects.requireNonNull(start, "start");
  }

  /** The living process with this pid; empty if there is none. */
  public static Optional<ProcessIdentity> of(long pid) {
    if (ProcessStat.AVAILABLE) {
      return ProcessStat.read(pid)
          .filter(stat -> !stat.ended())
          .map(stat -> new ProcessIdentity(pid, BOOT + ":" + stat.startTicks()));
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> handle.info().startInstant())
        .map(started -> new ProcessIdentity(pid, started.toString()));
  }

  /** The process that runs this code. */
  public static ProcessIdentity current() {
    return of(ProcessHandle.current().pid()).orElseThrow();
  }

  /** Whether this very process lives; a zombie doesn't. */
  public boolean alive() {
    return of(pid).equals(Optional.of(this));
  }

  /** Asks it to end (SIGTERM); nothing happens to another process which has its pid now. */
  public void terminate() {
    handle().ifPresent(ProcessHandle::destroy);
  }

  /** Ends it (SIGKILL); nothing happens to another process which has its pid now. */
  public void kill() {
    handle().ifPresent(ProcessHandle::destroyForcibly);
  }

  /**
   * The handle, taken before the identity is checked: it remembers the start time itself, so that
   * no pid can be given away between the check and the signal.
   */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(_ -> alive());
  }

  private static String boot() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException _) {
      return "boot";
    }
  }
}
