package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects that an object brought about or depends on, with few requests. */
final class Surroundings {
  /** Kubernetes on Google's cloud serves Ingresses without any class; this kind tells it apart. */
  private static final String GOOGLE = "backendconfigs.cloud.google.com";

  private static final int MOST_CLAIMS = 4;

  private final Cluster cluster;
  private final PodSearch pods;

  Surroundings(Cluster cluster) {
    this.cluster = cluster;
    this.pods = new PodSearch(cluster);
  }

  List<ApiObject> of(ApiObject live) {
    return switch (live.key().groupKind()) {
      case "Deployment.apps",
          "StatefulSet.apps",
          "DaemonSet.apps",
          "ReplicaSet.apps",
          "ReplicationController",
          "Job.batch" ->
          withClaims(pods.of(live));
      case "Pod" -> claims(List.of(live));
      case "PersistentVolumeClaim" -> storageClass(live);
      case "Ingress.networking.k8s.io" -> ingressClasses(live);
      default -> List.of();
    };
  }

  private List<ApiObject> withClaims(List<ApiObject> found) {
    List<ApiObject> all = new ArrayList<>(found);
    all.addAll(claims(found));
    return all;
  }

  /** The claims of pods that no node has taken yet. */
  private List<ApiObject> claims(List<ApiObject> found) {
    return found.stream()
        .filter(object -> object.kind().equals("Pod"))
        .filter(pod -> pod.text("spec", "nodeName").isEmpty())
        .flatMap(
            pod ->
                pod.objects("spec", "volumes").stream()
                    .flatMap(volume -> volume.text("persistentVolumeClaim", "claimName").stream())
                    .map(
                        name ->
                            new ObjectKey("v1", "PersistentVolumeClaim", pod.namespace(), name)))
        .distinct()
        .limit(MOST_CLAIMS)
        .flatMap(key -> get(key).stream())
        .toList();
  }

  private List<ApiObject> storageClass(ApiObject claim) {
    return claim
        .text("spec", "storageClassName")
        .filter(name -> !name.isEmpty())
        .flatMap(
            name -> get(new ObjectKey("storage.k8s.io/v1", "StorageClass", Optional.empty(), name)))
        .stream()
        .toList();
  }

  /** A list of all classes, empty if there are none, so that it is known that somebody looked. */
  private List<ApiObject> ingressClasses(ApiObject ingress) {
    Optional<List<ApiObject>> classes =
        Refusals.or(
            Optional.empty(),
            () ->
                Optional.of(
                    cluster.list("networking.k8s.io/v1", "IngressClass", Optional.empty(), "")));
    List<ApiObject> found = new ArrayList<>();
    classes.ifPresent(
        all ->
            found.add(
                new ApiObject(
                    Map.of(
                        "apiVersion",
                        "networking.k8s.io/v1",
                        "kind",
                        "IngressClassList",
                        "items",
                        all.stream().map(ApiObject::tree).toList()))));
    if (ingress.text("spec", "ingressClassName").isEmpty()) {
      get(new ObjectKey(
              "apiextensions.k8s.io/v1", "CustomResourceDefinition", Optional.empty(), GOOGLE))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<ApiObject> get(ObjectKey key) {
    return Refusals.or(Optional.empty(), () -> cluster.get(key));
  }
}
