package dev.slipway.lab.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.process.Ran;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lab's control plane is a real one. */
@ExtendWith(KubernetesLab.class)
class ControlPlaneClusterTest {
  @Test
  void theApiServerIsReadyAndTellsItsVersion(LabCluster cluster) {
    assertThat(cluster.api().answers("/readyz")).isTrue();
    assertThat(cluster.run(cluster.kubectl(), "version").orFail().out())
        .contains("Server Version: " + Program.controlPlane().version());
  }

  @Test
  void theApiServerRestartsWithItsObjects(LabCluster cluster) {
    String namespace = cluster.freshNamespace();
    SortedSet<String> before = cluster.snapshot();
    cluster.stopApiServer();
    assertThat(cluster.api().answers("/readyz")).isFalse();
    cluster.startApiServer();
    assertThat(cluster.snapshot()).isEqualTo(before).contains("Namespace " + namespace);
  }

  @Test
  void aSnapshotTellsWhatCameAndThatItWent(LabCluster cluster) {
    String namespace = cluster.freshNamespace();
    SortedSet<String> before = cluster.snapshot();
    cluster
        .run(cluster.kubectl(), "-n", namespace, "create", "deployment", "a", "--image=a")
        .orFail();
    assertThat(cluster.snapshot())
        .containsAll(before)
        .contains("Deployment.apps " + namespace + "/a");
    cluster
        .run(
            cluster.kubectl(),
            "-n",
            namespace,
            "delete",
            "deployment",
            "a",
            "--cascade=foreground",
            "--wait")
        .orFail();
    assertThat(cluster.snapshot()).isEqualTo(before);
  }

  @Test
  void aUserMayDoOnlyWhatIsGranted(LabCluster cluster) throws Exception {
    Ran ran =
        cluster.run(
            cluster.kubectl(),
            "--kubeconfig",
            KubeconfigFile.of(cluster.kubeconfigOf("ann", "readers")),
            "get",
            "secrets");
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.err()).contains("User \"ann\" cannot list resource \"secrets\"");
  }

  @Test
  void anExpiredCertificateIsRefused(LabCluster cluster) throws Exception {
    Ran ran =
        cluster.run(
            cluster.kubectl(),
            "--kubeconfig",
            KubeconfigFile.of(cluster.expiredKubeconfig()),
            "get",
            "secrets");
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.err()).containsIgnoringCase("unauthorized");
  }

  @Test
  void bothHelmsTellTheirVersion(LabCluster cluster) {
    assertThat(cluster.run(cluster.helm3(), "version", "--short").orFail().out())
        .startsWith(Program.helm3().version());
    assertThat(cluster.run(cluster.helm4(), "version", "--short").orFail().out())
        .startsWith(Program.helm4().version());
  }
}
