package dev.slipway.local.python;

import dev.slipway.engine.resource.ResourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Programs that were making an environment when the command that ran them was killed. They carry
 * the mark of the stack and the resource in their environment variables; only Linux shows them.
 */
final class AbandonedBuilds {
  private static final String OWNER = "SLIPWAY_OWNER";
  private static final String RESOURCE = "SLIPWAY_RESOURCE";
  private static final long PATIENCE_SECONDS = 10;

  private AbandonedBuilds() {}

  /** What marks a program that makes an environment. */
  static Map<String, String> mark(String owner, ResourceId id) {
    return Map.of(OWNER, owner, RESOURCE, id.toString());
  }

  static List<ProcessHandle> find(String owner, ResourceId id) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> carries(process.pid(), OWNER + "=" + owner, RESOURCE + "=" + id))
        .toList();
  }

  /** Kills them and waits until they are gone: they would write into the next attempt. */
  static void end(String owner, ResourceId id) {
    List<ProcessHandle> found = find(owner, id);
    found.forEach(ProcessHandle::destroyForcibly);
    try {
      CompletableFuture.allOf(
              found.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException _) {
      // What can't be killed is found again as a leftover.
    }
  }

  private static boolean carries(long pid, String... entries) {
    try {
      String environment =
          "\0"
              + new String(
                  Files.readAllBytes(Path.of("/proc/" + pid + "/environ")), StandardCharsets.UTF_8);
      for (String entry : entries) {
        if (!environment.contains("\0" + entry + "\0")) {
          return false;
        }
      }
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
