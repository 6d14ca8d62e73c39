package dev.slipway.lab.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.process.Await;
import dev.slipway.lab.process.Ran;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A cluster in the background ends when it is told to, and when its keeper is killed. */
@ExtendWith(KubernetesLab.class)
class KeeperClusterTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int COMPONENTS = 5;

  @TempDir Path folder;

  @Test
  void aClusterStartsAnswersAndStops() throws Exception {
    Keeper keeper = new Keeper(folder);
    keeper.start(1);
    List<ProcessHandle> all = processes(keeper);
    try {
      assertThat(nodes(keeper).orFail().out()).isEqualTo("node/lab-node-1\n");
    } finally {
      keeper.stop();
    }
    awaitEnd(all);
    assertThat(keeper.process()).isEmpty();
    assertThat(keeper.kubeconfig()).doesNotExist();
    assertThat(folder.resolve("cluster")).doesNotExist();
  }

  @Test
  void nothingOutlivesAKeeperThatIsKilled() throws Exception {
    Keeper keeper = new Keeper(folder);
    keeper.start(1);
    List<ProcessHandle> all = processes(keeper);
    assertThat(all).hasSizeGreaterThanOrEqualTo(COMPONENTS);
    keeper.process().orElseThrow().destroyForcibly();
    awaitEnd(all);
  }

  private static List<ProcessHandle> processes(Keeper keeper) throws Exception {
    return keeper.process().orElseThrow().descendants().toList();
  }

  private static void awaitEnd(List<ProcessHandle> processes) {
    Await.until(
        LIMIT,
        "every process to end",
        () -> processes.stream().noneMatch(ProcessHandle::isAlive),
        () ->
            processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(p -> p.info().toString())
                .toList()
                .toString());
  }

  private static Ran nodes(Keeper keeper) {
    return Ran.of(
        new ProcessBuilder(
            Binaries.ready().kubectl().toString(),
            "--kubeconfig",
            keeper.kubeconfig().toString(),
            "get",
            "nodes",
            "-o",
            "name"),
        LIMIT);
  }
}
