package dev.slipway.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.lab.kubernetes.ApiFault;
import dev.slipway.lab.kubernetes.ApiRequest;
import dev.slipway.lab.kubernetes.FaultProxy;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An API server that is busy, fails, drops connections or restarts, in the middle of commands. */
@ExtendWith(KubernetesLab.class)
@ResourceLock(KubernetesLab.WHOLE_CLUSTER)
class BadServerClusterTest {
  private static final List<ApiFault> FAULTS =
      List.of(
          ApiFault.tooManyRequests(Duration.ofSeconds(1)),
          ApiFault.internalError(),
          ApiFault.LOST,
          ApiFault.UNANSWERED,
          ApiFault.CUT);

  private LabCluster cluster;
  private FaultProxy proxy;
  private ClusterStack stack;
  private SortedSet<String> before;

  @BeforeEach
  void prepare(LabCluster lab, @TempDir Path folder) {
    cluster = lab;
    proxy = lab.faultProxy();
    stack =
        ClusterStack.in(folder, "shaken", lab, proxy.kubeconfig()).ofChart("sixty", "shaken-sixty");
    before = lab.snapshot();
  }

  @AfterEach
  void takeDown() {
    proxy.reset();
    stack.run("down");
    proxy.close();
  }

  @Test
  void anUpIsProvenAndADownLeavesNothingThoughEveryNinthRequestFails() {
    everyNinthFails();
    stack.succeed("up");
    proxy.reset();
    assertThat(stack.planned()).isEmpty();

    everyNinthFails();
    stack.succeed("down");
    assertThat(cluster.snapshot()).containsExactlyElementsOf(before);
    stack.folder().assertGone();
  }

  private void everyNinthFails() {
    proxy.faults(
        request ->
            request.number() % 9 == 0
                ? FAULTS.get(request.number() / 9 % FAULTS.size())
                : ApiFault.NONE);
  }

  @Test
  void anUpIsProvenAndADownLeavesNothingThoughTheServerRestartsInTheMiddle() {
    restartAt(30);
    Ended up = stack.succeed("up");
    assertThat(up.events("step-finished")).hasSizeGreaterThan(60);
    proxy.reset();
    assertThat(stack.planned()).isEmpty();

    restartAt(30);
    stack.succeed("down");
    // A server that was killed while it deleted a service frees its address a while after.
    assertThat(cluster.snapshot())
        .filteredOn(line -> !line.startsWith("IPAddress."))
        .containsExactlyElementsOf(
            before.stream().filter(line -> !line.startsWith("IPAddress.")).toList());
    stack.folder().assertGone();
  }

  /** Restarts the API server when it has done so many changes. */
  private void restartAt(int changes) {
    AtomicInteger seen = new AtomicInteger();
    proxy.afterEach(
        request -> {
          if (request.changes() && seen.incrementAndGet() == changes) {
            cluster.restartApiServer();
          }
        });
  }

  @Test
  void aServerThatOnlyEverFailsIsNamedAndNothingIsLost() {
    proxy.faults(request -> isApply(request) ? ApiFault.internalError() : ApiFault.NONE);
    stack.fail("up", 3, "KUBERNETES-SERVER-FAILED");
    proxy.reset();
    stack.succeed("up");
    assertThat(stack.planned()).isEmpty();
  }

  private static boolean isApply(ApiRequest request) {
    return request.verb().equals("PATCH") && request.path().contains("/deployments/");
  }
}
