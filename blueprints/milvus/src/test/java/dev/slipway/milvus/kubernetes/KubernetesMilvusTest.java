package dev.slipway.milvus.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Output;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.milvus.rig.Golden;
import dev.slipway.milvus.rig.GraphText;
import dev.slipway.milvus.rig.Stacks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesMilvusTest {
  private static final String FOLDER = "dev/slipway/milvus/kubernetes/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standalone",
        "cluster",
        "bucket",
        "ingress",
        "load-balancer",
        "node-port",
        "open"
      })
  void theGraphIsAsAccepted(String name) throws Exception {
    Golden.assertMatches(
        FOLDER + name + ".txt",
        GraphText.of(Stacks.onKubernetes(Golden.text(FOLDER + name + ".yaml"))));
  }

  @Test
  void whatIsKeptIsTheNamespaceTheVolumesAndThePasswordsTheyKnow() {
    Launch launch = Stacks.onKubernetes("data: keep");
    assertThat(launch.resources())
        .filteredOn(resource -> resource.removal() == Removal.KEEP)
        .extracting(resource -> resource.id().toString())
        .containsExactly(
            "kubernetes.object/Namespace/milvus",
            "local.secret/milvus-root",
            "local.secret/milvus-storage");
    assertThat(launch.resources())
        .extracting(Resource::spec)
        .filteredOn(ChartSpec.class::isInstance)
        .extracting(spec -> ((ChartSpec) spec).claims())
        .containsExactly(Removal.KEEP);
  }

  @Test
  void aReleaseOfAnotherNameNamesItsObjectsAsTheChartDoes() {
    Launch launch =
        Stacks.onKubernetes("data: delete\nkubernetes: {namespace: ai, chart: {release: vectors}}");
    assertThat(uri(launch)).isEqualTo("http://vectors-milvus.ai.svc:19530");
    assertThat(launch.proof().routes().getFirst().to())
        .hasToString("kubernetes.object/Service/ai/vectors-milvus");
  }

  @Test
  void theUsersOwnValuesLieOverThoseOfSlipway() {
    Launch launch =
        Stacks.onKubernetes(
            """
            data: delete
            kubernetes:
              values:
                service: {annotations: {team: ai}}
                standalone: {extraEnv: [], nodeSelector: {pool: vectors}}
            """);
    ChartSpec chart =
        launch.resources().stream()
            .map(Resource::spec)
            .filter(ChartSpec.class::isInstance)
            .map(ChartSpec.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(chart.values().get("service"))
        .isEqualTo(Map.of("port", 19530, "type", "ClusterIP", "annotations", Map.of("team", "ai")));
    Map<?, ?> standalone = (Map<?, ?>) chart.values().get("standalone");
    assertThat(standalone.get("extraEnv")).isEqualTo(List.of());
    assertThat(standalone.keySet().toString()).contains("resources", "persistence", "nodeSelector");
  }

  private static String uri(Launch launch) {
    return launch.outputs().stream()
        .filter(output -> output.name().equals("milvus.uri"))
        .map(Output::value)
        .findFirst()
        .orElseThrow()
        .get();
  }
}
