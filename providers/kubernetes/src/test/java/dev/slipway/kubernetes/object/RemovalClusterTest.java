package dev.slipway.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster.Propagation;
import dev.slipway.kubernetes.removal.ClusterLeftovers;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KubernetesLab.class)
class RemovalClusterTest {
  private static final String HELD =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: held, finalizers: [example.com/cleanup]}
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
  void onlyWhatCarriesTheMarkIsDeleted() throws InterruptedException {
    ObjectSpec ours = rig.spec("{apiVersion: v1, kind: ConfigMap, metadata: {name: ours}}");
    ObjectSpec others = rig.spec("{apiVersion: v1, kind: ConfigMap, metadata: {name: others}}");
    rig.create(ours);
    rig.cluster.create(others.object(), "kubectl");

    rig.delete(ours);
    rig.delete(others);

    ObjectRig.await("the ConfigMap is gone", () -> rig.isGone(ours));
    assertThat(rig.read(others).live().deleting()).isFalse();
  }

  @Test
  void aFinalizerIsNamedWithWhoTakesItAway() throws InterruptedException {
    ObjectSpec spec = rig.spec(HELD);
    rig.create(spec);

    rig.delete(spec);

    assertThat(reason(spec)).contains("example.com/cleanup", "controller of example.com");
    free(spec);
    ObjectRig.await("the ConfigMap is gone", () -> rig.isGone(spec));
  }

  private String reason(ObjectSpec spec) {
    Status status = rig.handler(false).status(rig.readDeleted(spec).orElseThrow());
    return ((Status.Terminating) status).reason();
  }

  private void free(ObjectSpec spec) {
    rig.cluster.patch(spec.key(), List.of(Map.of("op", "remove", "path", "/metadata/finalizers")));
  }

  @Test
  void aNamespaceTellsWhatIsLeftInIt() throws InterruptedException {
    ObjectSpec namespace = namespace();
    ObjectSpec held = in(namespace, HELD);
    rig.create(namespace);
    rig.create(held);

    rig.delete(namespace);

    ObjectRig.await("the namespace tells", () -> reason(namespace).contains("ConfigMap held"));
    assertThat(reason(namespace)).contains("example.com/cleanup");
    free(held);
    ObjectRig.await("the namespace is gone", () -> rig.isGone(namespace));
  }

  private ObjectSpec namespace() {
    return Trees.spec(
        "{apiVersion: v1, kind: Namespace, metadata: {name: %s-own}}".formatted(rig.namespace));
  }

  private static ObjectSpec in(ObjectSpec namespace, String yaml) {
    return ObjectSpec.of(
        Trees.of(yaml).with(namespace.key().name(), "metadata", "namespace").tree());
  }

  @Test
  void aNamespaceWithAClaimThatIsKeptStaysAndCanBeTakenBack() {
    ObjectSpec namespace = namespace();
    rig.create(namespace);
    rig.cluster.create(in(namespace, CLAIM).object(), "kube-controller-manager");

    rig.delete(namespace);

    assertThat(rig.isGone(namespace)).isTrue();
    assertThat(rig.read(namespace).live().deleting()).isFalse();
    assertThat(rig.read(namespace).ownership()).isEqualTo(Ownership.ADOPTABLE);
    assertThat(rig.update(namespace).ownership()).isEqualTo(Ownership.OURS);
  }

  private static final String CLAIM =
      """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data-db-0, labels: {app: db}}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """;

  @Test
  void aNamespaceThatAnotherStackUsesTooIsNotDeleted() {
    ObjectSpec namespace = namespace();
    rig.create(namespace);
    rig.cluster.create(
        in(namespace, "{apiVersion: v1, kind: ConfigMap, metadata: {name: theirs}}")
            .object()
            .with(Map.of(Mark.OWNER, "another-1"), "metadata", "labels"),
        "slipway");

    assertThatThrownBy(() -> rig.delete(namespace)).hasMessageContaining("ConfigMap theirs");
  }

  private static final String STATEFUL_SET =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, annotations: {slipway.dev/claims: %s}}
      spec:
        replicas: 0
        serviceName: db
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {containers: [{name: db, image: db}]}
        volumeClaimTemplates:
        - metadata: {name: data}
          spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """;

  @Test
  void claimsOfAStatefulSetStayUnlessItSaysOtherwise() throws InterruptedException {
    ObjectSpec kept = rig.spec(STATEFUL_SET.formatted("keep"));
    ObjectSpec claim = rig.spec(CLAIM);
    rig.create(kept);
    rig.cluster.create(claim.object(), "kube-controller-manager");
    rig.delete(kept);
    ObjectRig.await("the StatefulSet is gone", () -> rig.isGone(kept));
    leftovers().sweep(Set.of(), rig.call);
    assertThat(rig.cluster.get(claim.key())).isPresent();
    assertThat(leftovers().leftovers(Set.of(), rig.call)).isEmpty();

    ObjectSpec goes = rig.spec(STATEFUL_SET.formatted("delete"));
    rig.create(goes);
    rig.delete(goes);
    ObjectRig.await("the StatefulSet is gone", () -> rig.isGone(goes));
    assertThat(rig.cluster.get(claim.key())).isPresent();
    leftovers().sweep(Set.of(), rig.call);
    assertThat(rig.cluster.get(claim.key())).isEmpty();
  }

  private ClusterLeftovers leftovers() {
    return new ClusterLeftovers(rig.cluster, Pause.REAL);
  }

  @Test
  void sweepingRemovesWhatNothingKnowsOfAndLeftoversNameWhatHoldsTheRest() {
    ObjectSpec plain = rig.spec("{apiVersion: v1, kind: ConfigMap, metadata: {name: plain}}");
    ObjectSpec kept = rig.spec("{apiVersion: v1, kind: ConfigMap, metadata: {name: kept}}");
    ObjectSpec held = rig.spec(HELD);
    List.of(plain, kept, held).forEach(rig::create);
    rig.cluster.delete(held.key(), Optional.empty(), Propagation.BACKGROUND);
    ClusterLeftovers impatient = new ClusterLeftovers(rig.cluster, _ -> {});

    impatient.sweep(Set.of(ObjectRig.id(kept)), rig.call);
    List<Leftover> left = impatient.leftovers(Set.of(ObjectRig.id(kept)), rig.call);

    assertThat(rig.cluster.get(plain.key())).isEmpty();
    assertThat(rig.cluster.get(kept.key())).isPresent();
    assertThat(left)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo(rig.namespace + "/held");
              assertThat(one.heldBy()).contains("example.com/cleanup");
            });
    free(held);
  }

  @Test
  void aDefinitionWaitsForOthersObjectsAndAStuckOneOfOursIsFreed() throws InterruptedException {
    String group = rig.namespace + ".example.com";
    ObjectSpec definition =
        Trees.spec(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: boats.%1$s}
            spec:
              group: %1$s
              scope: Namespaced
              names: {kind: Boat, plural: boats, singular: boat}
              versions:
              - name: v1
                served: true
                storage: true
                schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
            """
                .formatted(group));
    rig.create(definition);
    ObjectRig.await(
        "the kind is served",
        () -> {
          rig.cluster.forgetKinds();
          return rig.cluster.kinds().orElseThrow().find(group + "/v1", "Boat").isPresent();
        });
    String boat = "{apiVersion: %s/v1, kind: Boat, metadata: {name: %s, finalizers: [%s]}}";
    ObjectSpec theirs = rig.spec(boat.formatted(group, "theirs", ""));
    ObjectSpec ours = rig.spec(boat.formatted(group, "ours", "boats.example.com/moor"));
    rig.cluster.create(theirs.object(), "kubectl");
    rig.create(ours);

    assertThatThrownBy(() -> rig.delete(definition)).hasMessageContaining("theirs");

    rig.cluster.delete(theirs.key(), Optional.empty(), Propagation.BACKGROUND);
    rig.delete(ours);
    assertThat(reason(ours)).contains("boats.example.com/moor");
    // Its controller is not there: nothing of the stack is left that could be it.
    rig.delete(ours);
    ObjectRig.await("our boat is gone", () -> rig.isGone(ours));
    rig.delete(definition);
    ObjectRig.await("the definition is gone", () -> rig.isGone(definition));
  }
}
