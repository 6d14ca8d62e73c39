package dev.slipway.kubernetes.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kubernetes.chart.rig.NoCluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChangesTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Executor THREADS = Thread::startVirtualThread;

  private final Watched cluster = new Watched();
  private final Changes changes = new Changes(cluster);

  @Test
  void aPauseEndsOnceTheObjectIsReady() {
    CompletableFuture<Void> waiting = await("a", LONG);
    cluster.told.add(job("a", "False"));
    cluster.told.add(job("a", "True"));
    waiting.join();
  }

  @Test
  void whatIsNotReadyAndWhatIsOfOthersEndsNoPause() {
    CompletableFuture<Void> unready = await("a", LONG);
    CompletableFuture<Void> other = await("b", LONG);
    CompletableFuture<Void> ready = await("c", LONG);
    cluster.told.add(job("a", "False"));
    cluster.told.add(job("c", "True"));
    ready.join();
    assertThat(unready).isNotDone();
    assertThat(other).isNotDone();
  }

  @Test
  void oneWatchTellsOfAllObjectsOfAKindInANamespace() {
    List<CompletableFuture<Void>> waiting = List.of(await("a", LONG), await("b", LONG));
    cluster.told.add(job("a", "True"));
    cluster.told.add(job("b", "True"));
    waiting.forEach(CompletableFuture::join);
    assertThat(cluster.watches).containsExactly("batch/v1 Job n stack=s");
  }

  @Test
  void whereNoWatchIsAllowedEveryPauseGoesOnToItsEndAndNoneIsAskedForAgain() {
    cluster.allowed = false;
    await("a", Duration.ofMillis(1)).join();
    await("a", Duration.ofMillis(1)).join();
    assertThat(cluster.watches).hasSizeLessThanOrEqualTo(1);
  }

  private CompletableFuture<Void> await(String name, Duration longest) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            changes.await(
                new ObjectKey("batch/v1", "Job", Optional.of("n"), name), "stack=s", longest);
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        },
        THREADS);
  }

  private static ApiObject job(String name, String complete) {
    return new ApiObject(
        Map.of(
            "apiVersion",
            "batch/v1",
            "kind",
            "Job",
            "metadata",
            Map.of("name", name, "namespace", "n"),
            "status",
            Map.of("conditions", List.of(Map.of("type", "Complete", "status", complete)))));
  }

  /** Tells again and again what the test says, so that it doesn't matter when a wait begins. */
  private static final class Watched extends NoCluster {
    private final List<ApiObject> told = new CopyOnWriteArrayList<>();
    private final List<String> watches = new CopyOnWriteArrayList<>();
    private volatile boolean allowed = true;

    @Override
    public boolean watch(
        String apiVersion,
        String kind,
        Optional<String> namespace,
        String labels,
        Consumer<ApiObject> seen,
        BooleanSupplier ended) {
      watches.add(apiVersion + " " + kind + " " + namespace.orElse("") + " " + labels);
      while (allowed && !ended.getAsBoolean()) {
        told.forEach(seen);
        LockSupport.parkNanos(1_000_000);
      }
      return allowed;
    }
  }
}
