package dev.slipway.local.supervisor;

import dev.slipway.local.process.host.ProcessIdentity;
import java.time.Instant;
import java.util.Optional;

/**
 * A process under supervision: one that this supervisor started, whose exit code it sees, or one
 * that it adopted.
 *
 * @param child the process as its parent holds it; empty for an adopted one
 * @param identity empty only for a child that ended before it could be looked at
 * @param launch fingerprint of what it runs
 * @param since nanosecond clock when it was started or adopted
 */
record Running(
    Optional<Process> child, Optional<ProcessIdentity> identity, String launch, long since) {

  static Running started(Process child, String launch) {
    return new Running(
        Optional.of(child), ProcessIdentity.of(child.pid()), launch, System.nanoTime());
  }

  static Running adopted(ProcessIdentity identity, String launch) {
    return new Running(Optional.empty(), Optional.of(identity), launch, System.nanoTime());
  }

  boolean alive() {
    return child
        .map(Process::isAlive)
        .orElseGet(() -> identity.filter(ProcessIdentity::alive).isPresent());
  }

  /** How it ended; to be asked when it is not {@link #alive()}. */
  Exit exit() {
    return new Exit(child.map(Process::exitValue), Optional.empty(), Instant.now());
  }
}
