package dev.slipway.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectDiffTest {
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: proxy, namespace: milvus}
      spec:
        replicas: 2
        selector: {matchLabels: {app: proxy}}
        template:
          metadata: {labels: {app: proxy}}
          spec:
            containers:
            - name: milvus
              image: milvus:2.6
              ports: [{containerPort: 19530}]
              resources: {limits: {cpu: 1000m, memory: 1Gi}}
      """;
  private static final String LIVE =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: proxy
        namespace: milvus
        uid: 1-2-3
        resourceVersion: "77"
        generation: 4
        annotations: {deployment.kubernetes.io/revision: "1"}
        managedFields:
        - manager: slipway
          operation: Apply
          apiVersion: apps/v1
          fieldsV1:
            f:spec:
              f:replicas: {}
              f:selector: {}
              f:template:
                f:metadata: {f:labels: {f:app: {}}}
                f:spec:
                  f:containers:
                    'k:{"name":"milvus"}':
                      .: {}
                      f:name: {}
                      f:image: {}
                      f:args: {}
                      f:ports:
                        'k:{"containerPort":19530,"protocol":"TCP"}': {.: {}, f:containerPort: {}}
                      f:resources: {f:limits: {f:cpu: {}, f:memory: {}}}
                    'k:{"name":"sidecar"}': {.: {}, f:name: {}, f:image: {}}
        - manager: kube-controller-manager
          operation: Update
          subresource: scale
          fieldsV1: {f:spec: {f:replicas: {}}}
      spec:
        replicas: 2
        progressDeadlineSeconds: 600
        selector: {matchLabels: {app: proxy}}
        template:
          metadata: {labels: {app: proxy}}
          spec:
            restartPolicy: Always
            containers:
            - name: injected
              image: mesh:1
            - name: milvus
              image: milvus:2.6
              imagePullPolicy: IfNotPresent
              ports: [{containerPort: 19530, protocol: TCP}]
              resources: {limits: {cpu: "1", memory: 1024Mi}}
      status: {readyReplicas: 2}
      """;

  @Test
  void defaultsOtherManagersFieldsAndQuantitiesOfTheSameMeaningAreNoChange() {
    assertThat(Seen.diff(DEPLOYMENT, LIVE)).isEqualTo(Diff.NONE);
  }

  @Test
  void aChangedFieldHasAReadablePath() {
    Diff diff = Seen.diff(DEPLOYMENT.replace("milvus:2.6", "milvus:2.7"), LIVE);

    assertThat(diff.fields())
        .containsExactly(
            new FieldChange(
                "spec.template.spec.containers[name=milvus].image",
                "milvus:2.6",
                "milvus:2.7",
                false));
  }

  @Test
  void whatWasOursAndIsNotWantedAnyMoreGoes() {
    String live =
        LIVE.replace(
                "imagePullPolicy: IfNotPresent", "args: [run]\n        imagePullPolicy: Always")
            .replace(
                "      - name: milvus\n",
                "      - {name: sidecar, image: old}\n      - name: milvus\n");

    assertThat(Seen.diff(DEPLOYMENT, live).fields())
        .extracting(FieldChange::path, FieldChange::before, FieldChange::after)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                "spec.template.spec.containers[name=milvus].args",
                List.of("run"),
                FieldChange.UNSET),
            org.assertj.core.groups.Tuple.tuple(
                "spec.template.spec.containers[name=sidecar]",
                Map.of("name", "sidecar", "image", "old"),
                FieldChange.UNSET));
  }

  @Test
  void aFieldThatAnotherManagerHoldsOtherwiseIsAConflictThatNamesBoth() {
    String live = LIVE.replace("  replicas: 2\n  progress", "  replicas: 5\n  progress");

    assertThatThrownBy(() -> Seen.diff(DEPLOYMENT, live))
        .hasMessageContaining("spec.replicas")
        .hasMessageContaining("kube-controller-manager (scale)");
    assertThat(
            new ObjectDiff(Trees.spec(DEPLOYMENT), Seen.live(live), Seen.SCHEMAS)
                .changesThatCanBe(true)
                .fields())
        .containsExactly(new FieldChange("spec.replicas", 5L, 2L, false));
  }

  @Test
  void aFixedFieldAsksForAReplacement() {
    Diff diff =
        Seen.diff(
            DEPLOYMENT.replace("matchLabels: {app: proxy}", "matchLabels: {app: milvus-proxy}"),
            LIVE);

    assertThat(diff.replaces()).isTrue();
    assertThat(diff.fields())
        .containsExactly(
            new FieldChange("spec.selector.matchLabels.app", "proxy", "milvus-proxy", true));
  }

  @Test
  void aClaimIsNeverReplaced() {
    String claim =
        """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data, namespace: milvus}
        spec:
          storageClassName: fast
          resources: {requests: {storage: 10Gi}}
        """;

    assertThat(Seen.diff(claim.replace("10Gi", "20Gi"), claim).replaces()).isFalse();
    assertThatThrownBy(() -> Seen.diff(claim.replace("fast", "slow"), claim))
        .hasMessageContaining("spec.storageClassName");
  }

  @Test
  void aValueThatIsNotKnownYetIsShownAsSuch() {
    Map<String, Object> tree =
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            Map.of("name", "c", "namespace", "n"),
            "data",
            Map.of(
                "host", Value.ref(new ResourceId("kubernetes.object", "Service/n/s"), "address")));
    ObservedObject live =
        Seen.live(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n}, data: {host:"
                + " a}}");

    assertThat(Seen.diff(ObjectSpec.of(tree), live).fields())
        .containsExactly(
            new FieldChange(
                "data.host",
                "a",
                new FieldChange.Unknown("kubernetes.object/Service/n/s#address"),
                false));
  }

  @Test
  void theOrderOfItemsCounts() {
    String two =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: n}
        spec: {initContainers: [{name: a, image: i}, {name: b, image: i}], containers: []}
        """;
    String turned =
        two.replace(
            "{name: a, image: i}, {name: b, image: i}", "{name: b, image: i}, {name: a, image: i}");

    assertThat(Seen.diff(two, turned).fields())
        .extracting(FieldChange::path)
        .containsExactly("spec.initContainers.(order)");
  }

  @Test
  void whatTheServerSaysGoesBeforeWhatIsGuessed() {
    ObjectSpec spec = Trees.spec(DEPLOYMENT.replace("milvus:2.6", "milvus:2.7"));
    ObservedObject seen =
        Seen.live(LIVE)
            .previewed(
                new Preview.Accepted(
                    spec,
                    Trees.of(LIVE.replace("milvus:2.6", "milvus:2.7").replace("mesh:1", "mesh:2")),
                    Optional.empty()));

    assertThat(Seen.diff(spec, seen).fields())
        .extracting(FieldChange::path)
        .containsExactlyInAnyOrder(
            "spec.template.spec.containers[name=milvus].image",
            "spec.template.spec.containers[name=injected].image");
  }
}
