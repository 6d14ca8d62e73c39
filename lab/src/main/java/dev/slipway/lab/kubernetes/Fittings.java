package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.Await;
import dev.slipway.lab.process.Component;
import dev.slipway.lab.process.LabException;
import java.time.Duration;
import java.util.List;

/** What the lab puts into a fresh control plane: nodes, storage classes, and what kwok reads. */
final class Fittings {
  /** The class of a claim that names none; others differ in when they bind and what stays. */
  static final List<String> CLASSES =
      List.of(
          storageClass("standard", "Immediate", "Delete", true),
          storageClass("on-first-use", "WaitForFirstConsumer", "Delete", false),
          storageClass("kept", "Immediate", "Retain", false));

  private final ClusterApi api;

  Fittings(ClusterApi api) {
    this.api = api;
  }

  void install(ClusterSetup setup) {
    api.create(
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Kwok.resource("fittings.yaml"));
    setup
        .storageClasses()
        .forEach(made -> api.create("/apis/storage.k8s.io/v1/storageclasses", made));
    for (int i = 1; i <= setup.nodes(); i++) {
      api.create("/api/v1/nodes", node("lab-node-" + i, "lab-zone-" + (i - 1) % 3));
    }
  }

  /** Waits until nodes are ready and pods can be made. */
  void await(int nodes, Duration limit, Component kwok) {
    Await.until(
        limit,
        "the nodes to be ready and the default service account",
        () -> {
          if (!kwok.lives()) {
            throw new LabException("kwok ended while starting:\n" + kwok.lastLines());
          }
          return api.find("/api/v1/namespaces/default/serviceaccounts/default").isPresent()
              && ready() >= nodes;
        },
        kwok::lastLines);
  }

  private long ready() {
    return api.get("/api/v1/nodes")
        .path("items")
        .valueStream()
        .filter(
            node ->
                node.path("spec").path("taints").isEmpty()
                    && node.path("status")
                        .path("conditions")
                        .valueStream()
                        .anyMatch(
                            condition ->
                                condition.path("type").asString().equals("Ready")
                                    && condition.path("status").asString().equals("True")))
        .count();
  }

  private static String node(String name, String zone) {
    return """
    apiVersion: v1
    kind: Node
    metadata:
      name: %s
      annotations:
        kwok.x-k8s.io/node: fake
      labels:
        kubernetes.io/arch: amd64
        kubernetes.io/os: linux
        kubernetes.io/hostname: %s
        topology.kubernetes.io/region: lab
        topology.kubernetes.io/zone: %s
        node.kubernetes.io/instance-type: lab
    """
        .formatted(name, name, zone);
  }

  private static String storageClass(
      String name, String binding, String reclaiming, boolean isDefault) {
    return """
    apiVersion: storage.k8s.io/v1
    kind: StorageClass
    metadata:
      name: %s
      annotations:
        storageclass.kubernetes.io/is-default-class: "%s"
    provisioner: lab.slipway.dev/volumes
    volumeBindingMode: %s
    reclaimPolicy: %s
    allowVolumeExpansion: true
    """
        .formatted(name, isDefault, binding, reclaiming);
  }
}
