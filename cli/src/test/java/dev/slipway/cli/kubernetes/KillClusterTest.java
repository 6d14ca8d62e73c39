package dev.slipway.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.slipway.cli.rig.Ended;
import dev.slipway.lab.kubernetes.FaultProxy;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * {@code kill -9} of an {@code up} and of a {@code down} of sixty objects: the next one ends what
 * the killed one began. The system property {@code slipway.kills} says how many of each there are,
 * spread over the requests of the command; with a large number it is killed at every request, once
 * before and once after the API server has done it.
 */
@ExtendWith(KubernetesLab.class)
@ResourceLock(KubernetesLab.WHOLE_CLUSTER)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillClusterTest {
  private static final int KILLS = Integer.getInteger("slipway.kills", 5);

  private ClusterStack stack;
  private LabCluster cluster;
  private FaultProxy proxy;
  private SortedSet<String> before;
  private List<String> whole;
  private int ofUp;
  private int ofDown;

  @BeforeAll
  void goesUpAndDownUndisturbed(LabCluster lab, @TempDir Path folder) {
    cluster = lab;
    proxy = lab.faultProxy();
    stack =
        ClusterStack.in(folder, "killed", lab, proxy.kubeconfig()).ofChart("sixty", "killed-sixty");
    before = lab.snapshot();
    stack.succeed("up");
    ofUp = proxy.requests().size();
    whole = objects();
    proxy.reset();
    stack.succeed("down");
    ofDown = proxy.requests().size();
    assertThat(lab.snapshot()).containsExactlyElementsOf(before);
  }

  @AfterAll
  void close() {
    stack.run("down");
    proxy.close();
  }

  @TestFactory
  Stream<DynamicTest> theNextCommandEndsWhatAKilledOneBegan() {
    List<Kill> ups = Kill.spread(KILLS, ofUp);
    List<Kill> downs = Kill.spread(KILLS, ofDown).reversed();
    return IntStream.range(0, Math.max(ups.size(), downs.size()))
        .mapToObj(
            i -> {
              Kill up = ups.get(i % ups.size());
              Kill down = downs.get(i % downs.size());
              return dynamicTest("up " + up + ", down " + down, () -> survives(up, down));
            });
  }

  private void survives(Kill ofUp, Kill ofDown) {
    Ended killed = ofUp.of("up", stack, proxy);
    assertThat(killed.code()).as(killed.everything()).isIn(137, 0);
    stack.succeed("up");
    assertThat(proxy.requests())
        .as("nothing was made in vain")
        .noneMatch(request -> request.verb().equals("DELETE"));
    assertThat(objects()).containsExactlyInAnyOrderElementsOf(whole);
    assertThat(stack.planned()).isEmpty();

    killed = ofDown.of("down", stack, proxy);
    assertThat(killed.code()).as(killed.everything()).isIn(137, 0);
    stack.succeed("down");
    assertThat(cluster.snapshot()).containsExactlyElementsOf(before);
    stack.folder().assertGone();
  }

  /** All objects, each as often as it is there, without what is random in their names. */
  private List<String> objects() {
    return cluster.snapshot().stream()
        .map(line -> line.replaceFirst("pvc-[0-9a-f-]{36}$", "pvc"))
        .map(line -> line.replaceFirst("^(IPAddress.*) 10[.].*$", "$1"))
        .map(line -> line.replaceFirst("^(Pod .*-)[a-z0-9]{5}$", "$1"))
        .sorted()
        .toList();
  }
}
