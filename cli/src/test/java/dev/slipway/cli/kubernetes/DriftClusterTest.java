package dev.slipway.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.process.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Others change what Slipway made. */
@ExtendWith(KubernetesLab.class)
@ResourceLock(KubernetesLab.WHOLE_CLUSTER)
class DriftClusterTest {
  private static final String OBJECTS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: crane}
      spec:
        replicas: 2
        selector: {matchLabels: {app: crane}}
        template:
          metadata: {labels: {app: crane}}
          spec: {containers: [{name: crane, image: 'lab.local/crane:1'}]}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: tides}, data: {high: noon, low: dusk}}
      ---
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: pilot}}
      ---
      {apiVersion: v1, kind: Secret, metadata: {name: key}, stringData: {door: secret-1}}
      """;

  private LabCluster cluster;
  private Path folder;
  private String namespace;
  private ClusterStack stack;

  @BeforeEach
  void prepare(LabCluster lab, @TempDir Path temporary) {
    cluster = lab;
    folder = temporary;
    namespace = lab.freshNamespace();
    stack =
        ClusterStack.in(temporary, "drifting", lab, lab.kubeconfig()).ofObjects(namespace, OBJECTS);
    stack.succeed("up");
  }

  @AfterEach
  void takeDown() {
    stack.run("down");
  }

  @Test
  void driftNamesWhatChangedAndWhatIsGoneAndUpRestoresIt() {
    stack.succeed("drift");
    kubectl("patch", "configmap/tides", "--type=json", "-p", "[{op: remove, path: /data/low}]");
    kubectl("label", "configmap/tides", "inspected=yes");
    kubectl("delete", "serviceaccount/pilot");

    Ended drift = stack.fail("drift", 4);
    assertThat(drifted(drift))
        .hasSize(2)
        .anySatisfy(
            one -> {
              assertThat(one.get("resource").asString()).contains("ConfigMap").contains("tides");
              assertThat(one.get("drift").asString()).isEqualTo("changed");
              assertThat(one.get("fields").toString()).contains("data.low");
            })
        .anySatisfy(
            one -> {
              assertThat(one.get("resource").asString()).contains("pilot");
              assertThat(one.get("drift").asString()).isEqualTo("gone");
            });

    stack.succeed("up");
    stack.succeed("drift");
    assertThat(stack.planned()).isEmpty();
    assertThat(get("configmap/tides", "{.data.low}")).isEqualTo("dusk");
    assertThat(get("configmap/tides", "{.metadata.labels.inspected}"))
        .as("what the stack doesn't speak of")
        .isEqualTo("yes");
  }

  @Test
  void aFieldThatAnotherToolAppliesIsNamedWithTheToolAndTakenOnlyWhenAsked() throws Exception {
    Path theirs =
        Files.writeString(
            folder.resolve("theirs.yaml"),
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: crane}
            spec: {replicas: 5}
            """);
    kubectl(
        "apply",
        "--server-side",
        "--force-conflicts",
        "--field-manager=rival",
        "-f",
        theirs.toString());

    kubectl("patch", "secret/key", "-p", "{\"stringData\": {\"door\": \"broken-open\"}}");

    Ended drift = stack.fail("drift", 4);
    assertThat(drifted(drift)).hasSize(2);
    assertThat(drift.everything()).contains("spec.replicas").doesNotContain("secret-1", "broken");
    for (String command : List.of("plan", "up")) {
      Ended refused = stack.fail(command, 3, "KUBERNETES-CONFLICT");
      assertThat(refused.details())
          .contains("Deployment " + namespace + "/crane", "spec.replicas is set by rival")
          .contains("Secret " + namespace + "/key", "is set by kubectl-patch");
      assertThat(refused.everything()).doesNotContain("secret-1", "broken");
      assertThat(get("deployment/crane", "{.spec.replicas}")).isEqualTo("5");
    }

    stack
        .folder()
        .write(
            Files.readString(stack.folder().file())
                .replace("target: kubernetes", "target: {kubernetes: {conflicts: take}}"));
    stack.succeed("up");
    assertThat(get("deployment/crane", "{.spec.replicas}")).isEqualTo("2");
    assertThat(get("secret/key", "{.data.door}")).isEqualTo("c2VjcmV0LTE=");
    assertThat(stack.planned()).isEmpty();
  }

  private static List<JsonNode> drifted(Ended drift) {
    return drift.events("drift").flatMap(event -> event.get("drifted").valueStream()).toList();
  }

  private String get(String object, String path) {
    return kubectl("get", object, "-o", "jsonpath=" + path).out();
  }

  private Ran kubectl(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--namespace", namespace));
    all.addAll(List.of(arguments));
    return cluster.run(cluster.kubectl(), all.toArray(String[]::new)).orFail();
  }
}
