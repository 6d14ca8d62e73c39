package dev.slipway.local.process;

import dev.slipway.engine.verify.Leftover;
import dev.slipway.local.process.host.Processes;
import java.util.List;

/** Finds the processes that a stack left behind. */
public final class ProcessLeftovers {
  private ProcessLeftovers() {}

  /**
   * Every living process that carries the stack's mark: supervisors, what they ran, and descendants
   * of those. On other systems than Linux nothing can be found.
   *
   * @param owner the stack's mark
   */
  public static List<Leftover> of(String owner) {
    return Processes.marked(owner).stream()
        .map(
            process ->
                new Leftover(
                    "process",
                    Processes.describe(process.identity().pid()),
                    "it was started for " + process.mark().resource() + " and still runs"))
        .toList();
  }
}
