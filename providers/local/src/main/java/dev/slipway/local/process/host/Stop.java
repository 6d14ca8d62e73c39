package dev.slipway.local.process.host;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The end of a process and of all that came from it: first the main process is asked (SIGTERM),
 * then those who are left when it is gone; who still lives after the grace is killed (SIGKILL). It
 * does nothing by itself, but goes on each time that it is advanced.
 */
public final class Stop {
  private final Optional<ProcessIdentity> main;
  private final Family family;
  private final long deadline;
  private final Set<ProcessIdentity> known = new LinkedHashSet<>();
  private final Set<ProcessIdentity> asked = new HashSet<>();

  /**
   * @param main the process that is asked first, if it is known
   * @param grace from now until those who still live are killed
   */
  public Stop(Optional<ProcessIdentity> main, Family family, Duration grace) {
    this.main = main;
    this.family = family;
    this.deadline = System.nanoTime() + grace.toNanos();
  }

  /** Does what is due now; to be called every few hundredths of a second until all are gone. */
  public boolean advance() {
    known.addAll(family.members(main));
    known.removeIf(process -> !process.alive());
    if (known.isEmpty()) {
      return true;
    }
    if (System.nanoTime() - deadline >= 0) {
      known.forEach(ProcessIdentity::kill);
    } else if (main.filter(ProcessIdentity::alive).isPresent()) {
      ask(main.get());
    } else {
      known.forEach(this::ask);
    }
    return false;
  }

  /** Advances until all are gone. */
  public void await() throws InterruptedException {
    while (!advance()) {
      Thread.sleep(20);
    }
  }

  /** Who still lived when this was last advanced. */
  public Set<ProcessIdentity> living() {
    return Set.copyOf(known);
  }

  private void ask(ProcessIdentity process) {
    if (asked.add(process)) {
      process.terminate();
    }
  }
}
