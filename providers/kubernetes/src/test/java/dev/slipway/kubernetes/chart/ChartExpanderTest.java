package dev.slipway.kubernetes.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.chart.rig.NoCluster;
import dev.slipway.kubernetes.chart.rig.TestCall;
import dev.slipway.kubernetes.chart.rig.TrialChart;
import dev.slipway.kubernetes.hook.HookSpec;
import dev.slipway.kubernetes.object.Holes;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.release.ReleaseSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.slipway.kubernetes.chart.rig.TestHelm#there")
class ChartExpanderTest {
  private final TestCall call = new TestCall();

  @Test
  void aChartBecomesItsObjectsInHelmsOrder() {
    Expansion expansion = TrialChart.expand(TrialChart.spec("harbour", Map.of()), call);

    assertThat(names(expansion))
        .containsExactly(
            "kubernetes.object/Namespace/port",
            "kubernetes.object/CustomResourceDefinition.apiextensions.k8s.io/ships.harbour.example",
            "kubernetes.hook/port/demo/pre/ServiceAccount/demo-dredger",
            "kubernetes.hook/port/demo/pre/Job/demo-dredge",
            "kubernetes.object/Secret/port/demo",
            "kubernetes.object/ConfigMap/port/demo-crane",
            "kubernetes.object/Service/port/demo",
            "kubernetes.object/Deployment.apps/port/demo",
            "kubernetes.object/ConfigMap/port/demo-one",
            "kubernetes.object/ConfigMap/port/demo-two",
            "kubernetes.object/Ship.harbour.example/port/demo",
            "kubernetes.hook/port/demo/post/Job/demo-ring",
            "kubernetes.hook/port/demo/pre-delete/Job/demo-clear",
            "kubernetes.release/port/demo");
    assertThat(after(expansion, "kubernetes.hook/port/demo/pre/ServiceAccount/demo-dredger"))
        .hasSize(2);
    assertThat(after(expansion, "kubernetes.hook/port/demo/pre/Job/demo-dredge"))
        .containsExactly("kubernetes.hook/port/demo/pre/ServiceAccount/demo-dredger");
    assertThat(after(expansion, "kubernetes.object/Service/port/demo"))
        .containsExactly("kubernetes.hook/port/demo/pre/Job/demo-dredge");
    assertThat(after(expansion, "kubernetes.hook/port/demo/post/Job/demo-ring")).hasSize(7);
    assertThat(after(expansion, "kubernetes.hook/port/demo/pre-delete/Job/demo-clear"))
        .containsExactly("kubernetes.hook/port/demo/post/Job/demo-ring");
    assertThat(after(expansion, "kubernetes.release/port/demo"))
        .containsExactly("kubernetes.hook/port/demo/pre-delete/Job/demo-clear");
    assertThat(expansion.proofs())
        .singleElement()
        .matches(p -> p.system().equals("demo demo-sound"));
    assertThat(expansion.notices()).isEmpty();
  }

  @Test
  void numbersDuplicateKeysAndListsAreReadAsHelmReadsThem() {
    Expansion expansion = TrialChart.expand(TrialChart.spec("harbour", Map.of()), call);

    ObjectSpec deployment = object(expansion, "Deployment.apps/port/demo");
    assertThat(
            deployment
                .object()
                .objects("spec", "template", "spec", "volumes")
                .getFirst()
                .number("secret", "defaultMode"))
        .contains(493L);
    assertThat(deployment.fieldManager()).isEqualTo("helm");
    assertThat(deployment.object().labels()).containsEntry("app.kubernetes.io/managed-by", "Helm");
    assertThat(deployment.object().annotations())
        .containsEntry("meta.helm.sh/release-name", "demo")
        .containsEntry("meta.helm.sh/release-namespace", "port");
    assertThat(object(expansion, "ConfigMap/port/demo-one").object().text("data", "kube"))
        .contains("v1.34.4");
    assertThat(object(expansion, "ConfigMap/port/demo-two").object().text("data", "ships"))
        .contains("true");
    assertThat(resource(expansion, "kubernetes.object/ConfigMap/port/demo-two").removal())
        .isEqualTo(Removal.KEEP);
  }

  @Test
  void whatSecretsHoldLiesInTheSecretStoreAlone() {
    Expansion expansion =
        TrialChart.expand(TrialChart.spec("harbour", Map.of("password", "s3cret-word")), call);

    ObjectSpec secret = object(expansion, "Secret/port/demo");
    assertThat(secret.manifest()).doesNotContainKeys("data", "stringData");
    assertThat(secret.data()).containsOnlyKeys("note", "password");
    assertThat(call.reveal("kubernetes/port/demo/password"))
        .isEqualTo(
            Base64.getEncoder().encodeToString("s3cret-word".getBytes(StandardCharsets.UTF_8)));
    assertThat(expansion.resources().toString())
        .doesNotContain("s3cret-word", call.reveal("kubernetes/port/demo/password"));
    ReleaseSpec release = (ReleaseSpec) resource(expansion, "kubernetes.release/port/demo").spec();
    assertThat(release.chartVersion()).isEqualTo("1.2.3");
    assertThat(release.appVersion()).isEqualTo("7.1");
    assertThat(call.reveal("release/port/demo"))
        .contains("The harbour demo is open.", "slipway.dev/owner: demo-00000000");
  }

  @Test
  void valuesThatAreNotKnownYetStayHoles() {
    Value<String> password = Value.ref(new ResourceId("local.secret", "root"), "value");
    Expansion expansion =
        TrialChart.expand(
            TrialChart.spec("harbour", Map.of("password", password, "greeting", password)), call);

    String marker = Holes.marker(password);
    assertThat(object(expansion, "Secret/port/demo").holes()).containsOnlyKeys(marker);
    assertThat(object(expansion, "Deployment.apps/port/demo").holes()).containsOnlyKeys(marker);
    assertThat(object(expansion, "Service/port/demo").holes()).isEmpty();
    assertThat(call.reveal("release/port/demo"))
        .contains("stringData:\\n  note: \\\"" + marker + "\\\"");
  }

  @Test
  void aHookRunsAgainOnlyIfTheReleaseChanges() {
    String first = trigger(TrialChart.expand(TrialChart.spec("harbour", Map.of()), call));
    String again = trigger(TrialChart.expand(TrialChart.spec("harbour", Map.of()), call));
    String other =
        trigger(TrialChart.expand(TrialChart.spec("harbour", Map.of("replicas", 2)), call));

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void whatAChartMadeUpStays() {
    Expansion first = TrialChart.expand(TrialChart.spec("fresh", Map.of()), call);
    Expansion again = TrialChart.expand(TrialChart.spec("fresh", Map.of()), call);
    Expansion other = TrialChart.expand(TrialChart.spec("fresh", Map.of("greeting", "hi")), call);

    assertThat(again.resources()).as("unchanged").isEqualTo(first.resources());
    assertThat(object(other, "Secret/port/demo-tls"))
        .isEqualTo(object(first, "Secret/port/demo-tls"));
    assertThat(object(other, "Secret/port/demo-password").data().get("password"))
        .isEqualTo(object(first, "Secret/port/demo-password").data().get("password"));
    assertThat(call.reveal("kubernetes/port/demo-password/greeting")).isEqualTo("aGk=");
    assertThat(object(other, "ConfigMap/port/demo").object().text("data", "ca.crt"))
        .isEqualTo(object(first, "ConfigMap/port/demo").object().text("data", "ca.crt"));
    assertThat(object(other, "ConfigMap/port/demo").object().annotations().get("checksum/password"))
        .isNotEqualTo(
            object(first, "ConfigMap/port/demo").object().annotations().get("checksum/password"));
  }

  @Test
  void aChartThatFailsSaysWhere() {
    assertThat(problem("faults", Map.of("fault", "required")))
        .matches(d -> d.detail().contains("a name is needed: set .name"))
        .matches(d -> d.location().orElseThrow().toString().endsWith("fault.yaml:2:10"));
    assertThat(problem("faults", Map.of("fault", "fail")).detail())
        .contains("this can't be\n  in two lines");
    assertThat(problem("faults", Map.of("fault", "nil")))
        .matches(d -> d.detail().contains("nil pointer evaluating"))
        .matches(d -> d.location().orElseThrow().line() == 6);
    assertThat(problem("faults", Map.of("fault", "yaml")).detail())
        .contains("faults/templates/fault.yaml", "in line 7", "8 |    three: four");
    assertThat(problem("faults", Map.of("fault", "kindless")).detail())
        .contains("an object 'kindless' without kind");
    assertThat(problem("faults", Map.of("fault", "nameless")).detail())
        .contains("a ConfigMap without metadata.name");
    assertThat(problem("syntax", Map.of()).location().orElseThrow().line()).isEqualTo(2);
  }

  @Test
  void everyValueThatTheSchemaRefusesIsTold() {
    assertThatThrownBy(
            () ->
                TrialChart.expand(
                    TrialChart.spec("faults", Map.of("port", "abc", "mode", "c", "nosuch", 1)),
                    call))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e ->
                assertThat(e.diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly(
                        "CHART-VALUES-WRONG", "CHART-VALUES-WRONG", "CHART-VALUES-WRONG"));
  }

  @Test
  void aValueThatTheChartDoesNotHaveIsNoticed() {
    Expansion expansion =
        TrialChart.expand(
            TrialChart.spec(
                "harbour",
                Map.of("replica", 2, "labels", Map.of("any", "key"), "crane", Map.of("raech", 3))),
            call);

    assertThat(expansion.notices())
        .extracting(Diagnostic::fix)
        .containsExactlyInAnyOrder("Did you mean 'replicas'?", "Did you mean 'crane.reach'?");
    assertThat(problem("harbour", Map.of("resources", 5)).detail())
        .contains("'resources' is a single value, but in the chart harbour 1.2.3 it is a map");
  }

  @Test
  void aChartThatCanNotBeRenderedIsLeftOutOfARemoval() {
    Expansion expansion =
        TrialChart.expander(new NoCluster())
            .expand(
                List.of(
                    TrialChart.resource(TrialChart.spec("syntax", Map.of())),
                    Resource.of(new ResourceId("kubernetes.object", "x"), ObjectSpec.of(Map.of()))),
                Purpose.DOWN,
                call);

    assertThat(names(expansion)).containsExactly("kubernetes.object/x");
  }

  private Diagnostic problem(String chart, Map<String, Object> values) {
    try {
      TrialChart.expand(TrialChart.spec(chart, values), call);
      throw new AssertionError("it could be rendered");
    } catch (DiagnosticException e) {
      return e.first();
    }
  }

  private static List<String> names(Expansion expansion) {
    return expansion.resources().stream().map(r -> r.id().toString()).toList();
  }

  private static Resource<?> resource(Expansion expansion, String id) {
    return expansion.resources().stream()
        .filter(r -> r.id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ObjectSpec object(Expansion expansion, String name) {
    return (ObjectSpec) resource(expansion, "kubernetes.object/" + name).spec();
  }

  private static List<String> after(Expansion expansion, String id) {
    return resource(expansion, id).after().stream().map(ResourceId::toString).toList();
  }

  private static String trigger(Expansion expansion) {
    return ((HookSpec) resource(expansion, "kubernetes.hook/port/demo/post/Job/demo-ring").spec())
        .trigger();
  }
}
