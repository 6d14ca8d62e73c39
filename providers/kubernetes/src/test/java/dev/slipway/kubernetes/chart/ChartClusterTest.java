package dev.slipway.kubernetes.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.chart.rig.TestCall;
import dev.slipway.kubernetes.chart.rig.TrialChart;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Fabric8Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.kubernetes.chart.PackedChart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KubernetesLab.class)
class ChartClusterTest {
  private final TestCall call = new TestCall();
  private Cluster cluster;
  private String namespace;

  @BeforeEach
  void connect(LabCluster lab) {
    cluster = Fabric8Cluster.of(lab.kubeconfig());
    namespace = lab.freshNamespace();
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void templatesLookUpWhatIsThere() {
    cluster.create(
        new ApiObject(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "metadata",
                Map.of("name", "demo-looked-up", "namespace", namespace),
                "data",
                Map.of("token", "Zm91bmQ="))),
        "somebody");

    expand("fresh");

    assertThat(call.reveal("kubernetes/" + namespace + "/demo-looked-up/token"))
        .isEqualTo("Zm91bmQ=");
  }

  @Test
  void whatAChartMakesOnlyIfItIsNotThereStaysPartOfTheRelease() {
    Expansion before = expand(PackedChart.charts().resolve("lookup"));
    for (String name : List.of("Secret/%s/demo-once", "ConfigMap/%s/demo-kept")) {
      String[] parts = name.formatted(namespace).split("/", -1);
      cluster.create(
          new ApiObject(
              Map.of(
                  "apiVersion",
                  "v1",
                  "kind",
                  parts[0],
                  "metadata",
                  Map.of("name", parts[2], "namespace", parts[1]))),
          "slipway");
    }

    Expansion after = expand(PackedChart.charts().resolve("lookup"));

    assertThat(ids(before)).contains(namespace + "/demo/pre/Secret/demo-once");
    assertThat(ids(before)).contains("ConfigMap/" + namespace + "/demo-kept");
    assertThat(after.resources()).isEqualTo(before.resources());
  }

  @Test
  void chartsSeeTheServersVersionAndTheKindsThatTheyBring() {
    Expansion expansion = expand("harbour");

    ObjectSpec one = object(expansion, "ConfigMap/" + namespace + "/demo-one");
    assertThat(one.object().text("data", "kube"))
        .contains("v" + cluster.kinds().orElseThrow().version());
    assertThat(object(expansion, "Ship.harbour.example/" + namespace + "/demo").key().namespace())
        .contains(namespace);
  }

  @Test
  void aNamespaceThatSomebodyElseMadeIsNoPartOfTheStack() {
    assertThat(ids(expand("fresh"))).doesNotContain("Namespace/" + namespace);

    cluster.apply(
        new ApiObject(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Namespace",
                "metadata",
                Map.of("name", namespace, "labels", Map.of(Mark.OWNER, call.owner())))),
        new Cluster.Application("slipway", false, false));

    assertThat(ids(expand("fresh"))).contains("Namespace/" + namespace);
  }

  private Expansion expand(String chart) {
    return expand(TrialChart.folder(chart));
  }

  private Expansion expand(Path chart) {
    ChartSpec spec =
        new ChartSpec(
            "demo",
            namespace,
            chart.toString(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            true,
            false,
            true);
    return TrialChart.expander(cluster)
        .expand(List.of(TrialChart.resource(spec)), Purpose.UP, call);
  }

  private static List<String> ids(Expansion expansion) {
    return expansion.resources().stream().map(r -> r.id().name()).toList();
  }

  private static ObjectSpec object(Expansion expansion, String name) {
    return expansion.resources().stream()
        .filter(r -> r.id().equals(new ResourceId(ObjectSpec.TYPE, name)))
        .map(r -> (ObjectSpec) r.spec())
        .findFirst()
        .orElseThrow();
  }
}
