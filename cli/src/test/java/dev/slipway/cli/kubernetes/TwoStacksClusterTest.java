package dev.slipway.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Running;
import dev.slipway.lab.kubernetes.ApiRequest;
import dev.slipway.lab.kubernetes.FaultProxy;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two command lines that work on one cluster at the same time. */
@ExtendWith(KubernetesLab.class)
@ResourceLock(KubernetesLab.WHOLE_CLUSTER)
class TwoStacksClusterTest {
  private LabCluster cluster;
  private FaultProxy proxy;
  private String namespace;
  private ClusterStack first;
  private ClusterStack second;

  @BeforeEach
  void prepare(LabCluster lab, @TempDir Path folder) {
    cluster = lab;
    proxy = lab.faultProxy();
    namespace = lab.freshNamespace();
    first = stack("first", folder, lab.kubeconfig());
    second = stack("second", folder, proxy.kubeconfig());
  }

  @AfterEach
  void takeDown() {
    proxy.reset();
    first.run("down");
    second.run("down");
    proxy.close();
  }

  private ClusterStack stack(String name, Path folder, String kubeconfig) {
    return ClusterStack.in(folder, name, cluster, kubeconfig)
        .ofObjects(
            namespace,
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: shared}, data: {of: berth}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: %s}}
            """
                .formatted(name));
  }

  @Test
  void theSecondCommandOfOneStackIsToldWhoHoldsTheLock() {
    CountDownLatch go = holdChanges();
    try (Running up = second.start("up")) {
      up.until("a step", told -> told.events("step-started").findAny().isPresent());
      for (String command : new String[] {"up", "down"}) {
        Ended refused = second.fail(command, 3, "LOCK-HELD");
        assertThat(refused.details()).contains("'up'").contains(Long.toString(up.pid()));
      }
      go.countDown();
      Ended ended = up.end();
      assertThat(ended.code()).as(ended.everything()).isZero();
    }
    assertThat(second.planned()).isEmpty();
  }

  @Test
  void whatAnotherStackHasIsNamedWithThatStackAndStaysIts() {
    first.succeed("up");
    Ended refused = second.fail("up", 2, "PLAN-FOREIGN");
    assertThat(refused.details())
        .contains("shared")
        .contains("ConfigMap")
        .contains("the stack 'first'");
    assertThat(cluster.api().find(map("second"))).isEmpty();

    second.succeed("down");
    assertThat(owner("shared")).isEqualTo("first");
    first.succeed("down");
    second.succeed("up");
    assertThat(owner("shared")).isEqualTo("second");
    first.succeed("down");
    assertThat(owner("shared")).isEqualTo("second");
  }

  @Test
  void whatAnotherStackTakesBetweenPlanAndApplyIsNotTakenFromIt() {
    CountDownLatch go = holdChanges();
    try (Running up = second.start("up")) {
      up.until("a step", told -> told.events("step-started").findAny().isPresent());
      first.succeed("up");
      go.countDown();
      Ended late = up.end();
      assertThat(late.code()).as(late.everything()).isEqualTo(3);
      assertThat(late.codes()).containsExactly("APPLY-FOREIGN");
      assertThat(late.details()).contains("shared").contains("the stack 'first'");
    }
    assertThat(owner("shared")).isEqualTo("first");
    assertThat(first.planned()).isEmpty();
    assertThat(owner("second")).as("what nobody else wants").isEqualTo("second");

    second.succeed("down");
    assertThat(owner("shared")).isEqualTo("first");
    assertThat(cluster.api().find(map("second"))).isEmpty();
  }

  /** Lets nothing that changes the cluster come there before the latch is open. */
  private CountDownLatch holdChanges() {
    CountDownLatch go = new CountDownLatch(1);
    proxy.beforeEach(
        request -> {
          if (request.changes()) {
            await(go, request);
          }
        });
    return go;
  }

  private static void await(CountDownLatch go, ApiRequest request) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("held up: " + request, e);
    }
  }

  private String map(String name) {
    return "/api/v1/namespaces/" + namespace + "/configmaps/" + name;
  }

  private String owner(String name) {
    return cluster
        .api()
        .get(map(name))
        .at("/metadata/labels/slipway.dev~1stack")
        .asString("nobody");
  }
}
