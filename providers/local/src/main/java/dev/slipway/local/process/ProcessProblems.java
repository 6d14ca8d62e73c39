package dev.slipway.local.process;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.process.host.Processes;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/** What can go wrong with a process, in words for the user. */
final class ProcessProblems {
  private ProcessProblems() {}

  static ProviderException notSupervised(ResourceId id) {
    return ProviderException.refused(
        Diagnostic.environment(
            "LOCAL-PROCESS-NOT-SUPERVISED",
            "The supervisor doesn't run",
            "Nobody can start " + id + ": the supervisor of this stack has ended meanwhile.",
            "Start it again with the rest of the stack:\n  ./slipway up"));
  }

  static ProviderException notTaken(ResourceId id, Duration waited) {
    return ProviderException.passing(
        Diagnostic.environment(
            "LOCAL-PROCESS-NOT-TAKEN",
            "The supervisor doesn't answer",
            "The supervisor of this stack lives, but hasn't taken the order for "
                + id
                + " in "
                + waited.toSeconds()
                + " s.",
            "See that the machine isn't overloaded and its disk isn't full, then run the command"
                + " again."));
  }

  static ProviderException notEnded(ResourceId id, Collection<ProcessIdentity> living) {
    String who =
        living.stream()
            .map(process -> Processes.describe(process.pid()))
            .collect(Collectors.joining(", "));
    return ProviderException.passing(
        Diagnostic.environment(
            "LOCAL-PROCESS-NOT-ENDED",
            "A process can't be ended",
            id + " lives on although it was killed: " + who + ".",
            "A process that even SIGKILL doesn't end waits in the kernel, mostly for a disk or a"
                + " network file system. When that is mended, run the command again."));
  }
}
