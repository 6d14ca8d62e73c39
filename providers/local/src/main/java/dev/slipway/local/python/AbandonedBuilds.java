package dev.slipway.local.python;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.local.process.host.Mark;
import dev.slipway.local.process.host.MarkedProcess;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.process.host.Processes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Programs that were making an environment when the command that ran them was killed. They carry
 * the mark of the stack and the resource in their environment variables; only Linux shows them.
 */
final class AbandonedBuilds {
  private static final long PATIENCE_SECONDS = 10;

  private AbandonedBuilds() {}

  /** What marks a program that makes an environment. */
  static Map<String, String> mark(String owner, ResourceId id) {
    Map<String, String> environment = new HashMap<>();
    new Mark(owner, id.toString(), "").putInto(environment);
    return environment;
  }

  static List<MarkedProcess> find(String owner, ResourceId id) {
    return Processes.marked(owner, id.toString());
  }

  /** Kills them and waits until they are gone: they would write into the next attempt. */
  static void end(String owner, ResourceId id) {
    List<ProcessIdentity> found = find(owner, id).stream().map(MarkedProcess::identity).toList();
    CompletableFuture<?>[] ends =
        found.stream()
            .flatMap(process -> ProcessHandle.of(process.pid()).stream())
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture[]::new);
    found.forEach(ProcessIdentity::kill);
    try {
      CompletableFuture.allOf(ends).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException _) {
      // What can't be killed is found again as a leftover.
    }
  }
}
