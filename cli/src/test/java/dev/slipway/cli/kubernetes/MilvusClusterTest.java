package dev.slipway.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.MilvusPod;
import dev.slipway.cli.rig.Running;
import dev.slipway.cli.rig.Slipway;
import dev.slipway.cli.rig.StackFolder;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.kubernetes.chart.ChartRepository;
import dev.slipway.lab.process.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The life of the example's Milvus on a real API server, from its first {@code up} to its end. */
@ExtendWith(KubernetesLab.class)
@ResourceLock(KubernetesLab.WHOLE_CLUSTER)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MilvusClusterTest {
  private static final String NAMESPACE = "milvus";

  private LabCluster cluster;
  private ChartRepository charts;
  private MilvusPod pod;
  private StackFolder stack;
  private Slipway slipway;
  private SortedSet<String> before;

  @BeforeAll
  void prepare(LabCluster cluster, @TempDir Path folder) throws Exception {
    this.cluster = cluster;
    before = cluster.snapshot();
    charts = ChartRepository.serve("milvus");
    pod = MilvusPod.behind(cluster, NAMESPACE, folder);
    ClusterStack milvus =
        ClusterStack.in(folder, "milvus-kubernetes", cluster, cluster.kubeconfig());
    stack = milvus.folder();
    slipway = milvus.slipway();
    stack.write(
        Files.readString(Path.of("..", "examples", "milvus-kubernetes.yaml"))
            + "    chart: {repository: '%s'}\n".formatted(charts.url()));
  }

  @AfterAll
  void takeDown() {
    if (pod != null) {
      run("down");
      pod.close();
      charts.close();
    }
  }

  private Ended run(String command, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add(stack.file().toString());
    return slipway.run(command, all.toArray(String[]::new));
  }

  private Ran helm(Path helm, String... arguments) {
    return cluster.run(
        helm,
        Stream.concat(Stream.of(arguments), Stream.of("-n", NAMESPACE)).toArray(String[]::new));
  }

  @Test
  @Order(1)
  void upIsProvenThroughAForwardOfItsOwn() {
    Ended up = run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(up.passed()).contains("refuse a wrong password", "insert 3,000 rows", "drop");
    assertThat(up.events("outputs").findFirst().orElseThrow().at("/outputs/milvus.uri").asString())
        .isEqualTo("http://milvus.milvus.svc:19530");
  }

  @Test
  @Order(2)
  void aSecondUpChangesNothingAndNothingHasDrifted() throws Exception {
    byte[] journal = Files.readAllBytes(stack.journal());
    Ended up = run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(Files.readAllBytes(stack.journal())).isEqualTo(journal);
    Ended drift = run("drift");
    assertThat(drift.code()).as(drift.everything()).isZero();
  }

  @Test
  @Order(3)
  void noSecretStandsWhereItCouldBeRead() throws Exception {
    String password = run("outputs", "--reveal").document().get("milvus.password").asString();
    assertThat(Files.readString(stack.journal())).doesNotContain(password);
    assertThat(cluster.api().get("/api/v1/namespaces/milvus/configmaps").toString())
        .contains("authorizationEnabled: true")
        .doesNotContain(password);
  }

  @Test
  @Order(4)
  void portForwardLeadsToItUntilCtrlC() {
    try (Running forward = slipway.start("port-forward", stack.file().toString())) {
      forward.until(
          "the address", told -> told.everything().contains("milvus.uri  http://127.0.0.1:"));
      assertThat(forward.signal("INT").end().code()).isIn(0, 130);
    }
  }

  @Test
  @Order(5)
  void bothHelmsKnowTheReleaseAndCanRollItBack() {
    for (Path helm : List.of(cluster.helm3(), cluster.helm4())) {
      Ran list = helm(helm, "list");
      assertThat(list.out()).contains("milvus-4.2.19", "deployed");
      Ran rollback = helm(helm, "rollback", "milvus", "1");
      assertThat(rollback.exit()).as(rollback.err()).isZero();
    }
    Ended up = run("up");
    assertThat(up.code()).as(up.everything()).isZero();
  }

  @Test
  @Order(6)
  void downLeavesTheApiServerAsItWas() {
    Ended down = run("down");
    assertThat(down.code()).as(down.everything()).isZero();
    assertThat(cluster.snapshot()).isEqualTo(before);
    stack.assertGone();
  }
}
