package dev.slipway.local.supervisor;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What can go wrong with the supervisor and its folder, in words for the user. */
public final class SupervisorProblems {
  private SupervisorProblems() {}

  /** A file of the supervisor's folder or a log can't be read or written. */
  public static ProviderException files(Path path, IOException cause) {
    ProviderException problem =
        ProviderException.refused(
            Diagnostic.environment(
                "LOCAL-SUPERVISOR-FILES",
                "The supervisor's files can't be used",
                "Slipway couldn't read or write below " + path + ": " + cause + ".",
                "See that the disk isn't full and that the folder belongs to you, then run the"
                    + " command again."));
    problem.initCause(cause);
    return problem;
  }

  static ProviderException notStarted(String why, List<String> log, Optional<Throwable> cause) {
    String lines = log.isEmpty() ? "" : " The last lines of its log:\n" + String.join("\n", log);
    ProviderException problem =
        ProviderException.passing(
            Diagnostic.environment(
                "LOCAL-SUPERVISOR-NOT-STARTED",
                "The supervisor didn't start",
                "The process that keeps the stack's processes running " + why + "." + lines,
                "See that this machine has memory and processes to spare, then run the command"
                    + " again."));
    cause.ifPresent(problem::initCause);
    return problem;
  }

  /** The wait for a process of the supervisor was interrupted. */
  public static ProviderException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    ProviderException problem =
        ProviderException.refused(
            Diagnostic.environment(
                "LOCAL-PROCESS-INTERRUPTED",
                "The wait for a process was broken off",
                "Slipway was stopped while it waited for a process to start or end.",
                "Run the command again: it goes on from what it finds."));
    problem.initCause(cause);
    return problem;
  }
}
