package dev.slipway.lab.kubernetes.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.process.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real Helm takes charts from the lab's repository, and takes the charts for valid. */
@ExtendWith(KubernetesLab.class)
class ChartRepositoryClusterTest {

  @ParameterizedTest
  @ValueSource(strings = {"hooks", "crds", "umbrella", "lookup", "oddities", "sixty"})
  void everyChartIsValidAndRenders(String chart, LabCluster lab) {
    String folder = PackedChart.charts().resolve(chart).toString();
    for (Path helm : List.of(lab.helm3(), lab.helm4())) {
      lab.run(helm, "lint", folder).orFail();
      assertThat(lab.run(helm, "template", "boat", folder).orFail().out()).contains("kind:");
    }
  }

  @Test
  void theBrokenOneDoesNotRender(LabCluster lab) {
    String folder = PackedChart.charts().resolve("broken").toString();
    Ran ran = lab.run(lab.helm4(), "template", "boat", folder);
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.err()).contains("broken/templates/ingress.yaml:7");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void helmPullsFromTheClassicRepositoryAndTheRegistry(int version, LabCluster lab) {
    Path helm = version == 3 ? lab.helm3() : lab.helm4();
    try (ChartRepository repository = ChartRepository.serve("umbrella", "hooks")) {
      repository.publish(PackedChart.of(PackedChart.charts().resolve("umbrella"), "2.1.0"));
      String newest =
          lab.run(helm, "show", "chart", "umbrella", "--repo", repository.url()).orFail().out();
      assertThat(newest).contains("version: 2.1.0");
      String range =
          lab.run(
                  helm,
                  "show",
                  "chart",
                  "umbrella",
                  "--version",
                  "~2.0.0",
                  "--repo",
                  repository.url())
              .orFail()
              .out();
      assertThat(range).contains("version: 2.0.3");
      Ran oci =
          lab.run(helm, "template", "boat", repository.oci("umbrella"), "--plain-http").orFail();
      assertThat(oci.out()).contains("boat-store");
      assertThat(oci.err()).contains("sha256:");
      assertThat(repository.requests())
          .contains("GET /charts/index.yaml", "GET /v2/lab/umbrella/tags/list");
    }
  }
}
