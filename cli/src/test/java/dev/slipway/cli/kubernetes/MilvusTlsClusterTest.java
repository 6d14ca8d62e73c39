package dev.slipway.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.MilvusPod;
import dev.slipway.cli.rig.Slipway;
import dev.slipway.cli.rig.StackFolder;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.kubernetes.chart.ChartRepository;
import java.nio.file.Path;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A Milvus whose parts scale, with TLS and Kafka, on a real API server. */
@ExtendWith(KubernetesLab.class)
@ResourceLock(KubernetesLab.WHOLE_CLUSTER)
class MilvusTlsClusterTest {
  private static final String NAMESPACE = "vectors";
  private static final String OFFICIAL = "https://zilliztech.github.io/milvus-helm/";

  @Test
  void itsChartComesFromAMirrorItsCertificateIsProvenAndNothingIsLeft(
      LabCluster cluster, @TempDir Path folder) throws Exception {
    SortedSet<String> before = cluster.snapshot();
    try (ChartRepository charts = ChartRepository.serve("milvus");
        MilvusPod _ = MilvusPod.behind(cluster, NAMESPACE, folder)) {
      ClusterStack vectors = ClusterStack.in(folder, "vectors", cluster, cluster.kubeconfig());
      StackFolder stack = vectors.folder().write(stack());
      Slipway slipway = vectors.slipway();
      try {
        Ended up =
            slipway.run("up", "--mirror", OFFICIAL + "=" + charts.url(), stack.file().toString());
        assertThat(up.code()).as(up.everything()).isZero();
        assertThat(up.passed()).contains("connect with TLS and password", "drop");
        assertThat(
                cluster
                    .api()
                    .get("/apis/policy/v1/namespaces/vectors/poddisruptionbudgets")
                    .get("items")
                    .valueStream()
                    .map(budget -> budget.at("/metadata/name").asString()))
            .contains("milvus-proxy", "milvus-querynode", "milvus-etcd", "milvus-kafka", "minio");
        // The chart is kept now: nobody is asked for it again.
        Ended plan = slipway.run("plan", stack.file().toString());
        assertThat(plan.events("planned").findFirst().orElseThrow().get("acting").asInt())
            .as(plan.everything())
            .isZero();
      } finally {
        Ended down = slipway.run("down", stack.file().toString());
        assertThat(down.code()).as(down.everything()).isZero();
      }
      stack.assertGone();
    }
    assertThat(cluster.snapshot()).isEqualTo(before);
  }

  private static String stack() {
    return """
    name: vectors
    target: kubernetes
    milvus:
      data: delete
      kubernetes:
        mode: cluster
        namespace: vectors
        size: medium
        queue: kafka
        tls: one-way
        components: {query-node: {cpu: 500m, memory: 1Gi}}
    """;
  }
}
