package dev.slipway.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.retry.Pause;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KubernetesLab.class)
class ObjectClusterTest {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 1
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - name: web
              image: web:1
              ports: [{containerPort: 80}]
              env: [{name: A, value: "1"}, {name: B, value: "2"}]
              resources: {requests: {cpu: 1000m}, limits: {}}
      """;

  private ObjectRig rig;

  @BeforeEach
  void open(LabCluster lab) {
    rig = new ObjectRig(lab);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void whatWasMadeCarriesTheMarkAndIsAsItsSpecSays() {
    ObjectSpec spec = rig.spec(DEPLOYMENT);
    ObservedObject made = rig.create(spec);

    assertThat(made.live().labels()).containsEntry(Mark.OWNER, rig.call.owner());
    assertThat(made.ownership()).isEqualTo(Ownership.OURS);
    assertThat(rig.diff(spec)).isEqualTo(Diff.NONE);
    assertThat(rig.read(spec).preview()).isEmpty();
  }

  @Test
  void anUpdateShowsWhatTheServerWillDoAndDoesIt() {
    rig.create(rig.spec(DEPLOYMENT));
    ObjectSpec changed =
        rig.spec(
            DEPLOYMENT
                .replace("image: web:1", "image: web:2")
                .replace("{name: A, value: \"1\"}, ", ""));

    assertThat(rig.diff(changed).fields())
        .extracting(FieldChange::path)
        .containsExactlyInAnyOrder(
            "spec.template.spec.containers[name=web].image",
            "spec.template.spec.containers[name=web].env[name=A]");
    rig.update(changed);
    assertThat(rig.diff(changed)).isEqualTo(Diff.NONE);
  }

  @Test
  void anotherManagersFieldIsNoChangeAndAConflictNamesIt() {
    ObjectSpec spec = rig.spec(DEPLOYMENT);
    rig.create(spec);
    apply("hpa", 1, Map.of("minReadySeconds", 5));
    assertThat(rig.diff(spec)).isEqualTo(Diff.NONE);

    apply("hpa", 3, Map.of());
    assertThatThrownBy(() -> rig.diff(spec))
        .hasMessageContaining("spec.replicas")
        .hasMessageContaining("hpa");
    assertThat(rig.handler(true).diff(spec, rig.read(spec)).fields())
        .containsExactly(new FieldChange("spec.replicas", 3L, 1L, false));
    rig.handler(true).update(ObjectRig.id(spec), spec, rig.read(spec), rig.call);
    assertThat(rig.diff(spec)).isEqualTo(Diff.NONE);
  }

  private void apply(String manager, int replicas, Map<String, Object> more) {
    Map<String, Object> fields = new TreeMap<>(more);
    fields.put("replicas", replicas);
    rig.cluster.apply(
        Trees.of("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}}")
            .with(rig.namespace, "metadata", "namespace")
            .with(fields, "spec"),
        new Application(manager, true, false));
  }

  @Test
  void aFieldThatTheServerDoesNotLetChangeAsksForAReplacement() {
    rig.create(rig.spec(DEPLOYMENT));
    ObjectSpec changed = rig.spec(DEPLOYMENT.replace("app: web", "app: other"));

    Diff diff = rig.diff(changed);

    assertThat(diff.fields())
        .filteredOn(FieldChange::replaces)
        .extracting(FieldChange::path)
        .contains("spec.selector.matchLabels.app");
  }

  @Test
  void aSecretIsMadeWholeAndComparedMasked() {
    Value<String> password = rig.vault.put("root", "correct horse battery");
    String marker = Holes.marker(password);
    Value<String> content = rig.vault.put("s#pw", SecretSight.base64("pw: " + marker));
    ObjectSpec plain =
        rig.spec("{apiVersion: v1, kind: Secret, metadata: {name: s}, type: Opaque}");
    ObjectSpec spec =
        new ObjectSpec(
            plain.manifest(),
            new TreeMap<>(Map.of(marker, password)),
            new TreeMap<>(Map.of("app.yaml", content)),
            ObjectSpec.SLIPWAY,
            Optional.empty());
    rig.create(spec);

    assertThat(rig.read(spec).live().text("data", "app.yaml"))
        .contains(SecretSight.base64("pw: correct horse battery"));
    assertThat(rig.diff(spec)).isEqualTo(Diff.NONE);

    rig.vault.put("root", "another horse altogether");
    Value<String> other = rig.vault.find("root").map(v -> (Value<String>) v).orElseThrow();
    ObjectSpec changed =
        new ObjectSpec(
            spec.manifest(),
            new TreeMap<>(Map.of(marker, other)),
            spec.data(),
            ObjectSpec.SLIPWAY,
            Optional.empty());
    Diff diff = rig.diff(changed);
    assertThat(diff.fields()).extracting(FieldChange::path).containsExactly("data[app.yaml]");
    assertThat(diff.toString()).doesNotContain("horse");
    rig.update(changed);
    assertThat(rig.diff(changed)).isEqualTo(Diff.NONE);
  }

  @Test
  void whatIsNotOursIsForeign() {
    ObjectSpec spec = rig.spec("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}");
    rig.cluster.create(spec.object(), "kubectl");

    assertThat(rig.read(spec).ownership()).isEqualTo(Ownership.FOREIGN);
    List<ObjectSpec> many = many(5, "c");
    rig.cluster.create(many.getFirst().object(), "kubectl");
    assertThat(rig.readAll(many))
        .containsOnlyKeys(ObjectRig.id(many.getFirst()))
        .allSatisfy((_, seen) -> assertThat(seen.ownership()).isEqualTo(Ownership.FOREIGN));
  }

  @Test
  void manyUnchangedObjectsTakeFewRequests() {
    List<ObjectSpec> specs = many(200, "many-");
    specs.forEach(rig::create);
    rig.requests.set(0);

    Map<?, ObservedObject> seen = rig.readAll(specs);

    assertThat(seen).hasSize(200);
    assertThat(rig.requests).hasValueLessThanOrEqualTo(3);
    for (ObjectSpec spec : specs) {
      assertThat(rig.handler(false).diff(spec, seen.get(ObjectRig.id(spec)))).isEqualTo(Diff.NONE);
    }
  }

  @Test
  void whatWasNeverMadeIsLookedForWithOneRequestForAKind() {
    rig.requests.set(0);

    assertThat(rig.readAll(many(20, "new-"))).isEmpty();
    assertThat(rig.requests).hasValue(1);
  }

  @Test
  @Timeout(120)
  void aPauseEndsOnceADeploymentIsReady() throws InterruptedException {
    ObjectSpec spec =
        rig.spec(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: web}]}
            """);
    ObservedObject made = rig.create(spec);
    ObjectHandler handler = rig.handler(false);

    handler.pause(made, rig.call, Pause.REAL).sleep(Duration.ofHours(1));

    assertThat(handler.status(rig.read(spec))).isEqualTo(Status.CURRENT);
  }

  private List<ObjectSpec> many(int count, String name) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                rig.spec(
                    "{apiVersion: v1, kind: ConfigMap, metadata: {name: %s%d}, data: {a: b}}"
                        .formatted(name, i)))
        .toList();
  }

  @Test
  void whatHelmMadeIsTakenOverWithEveryFieldThatItHad() {
    ApiObject made =
        rig.spec("{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: x, b: y}}")
            .object()
            .with(
                Map.of(
                    "meta.helm.sh/release-name",
                    "m",
                    "meta.helm.sh/release-namespace",
                    rig.namespace),
                "metadata",
                "annotations");
    rig.cluster.create(made, "helm");
    ObjectSpec spec =
        new ObjectSpec(
            made.with(Map.of("a", "x"), "data").tree(),
            new TreeMap<>(),
            new TreeMap<>(),
            ObjectSpec.HELM,
            Optional.of(rig.namespace + "/m"));

    assertThat(rig.read(spec).ownership()).isEqualTo(Ownership.ADOPTABLE);
    assertThat(rig.diff(spec).fields())
        .extracting(FieldChange::path)
        .contains("data.b", "metadata.labels[slipway.dev/owner]");
    ObservedObject taken = rig.update(spec);

    assertThat(taken.ownership()).isEqualTo(Ownership.OURS);
    assertThat(taken.live().at("data")).contains(Map.of("a", "x"));
    assertThat(rig.diff(spec)).isEqualTo(Diff.NONE);
  }
}
