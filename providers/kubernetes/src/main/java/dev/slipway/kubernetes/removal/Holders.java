package dev.slipway.kubernetes.removal;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.cluster.Parallel;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what holds an object that is being deleted. */
public record Holders(Cluster cluster) {
  private static final int MOST = 5;

  /** What holds it, in one line; never empty. */
  public String of(ApiObject live) {
    List<String> holders = new ArrayList<>();
    switch (live.key().groupKind()) {
      case "Namespace" -> holders.addAll(new NamespaceHolders(cluster).of(live));
      case "Pod" -> holders.addAll(pod(live));
      default -> {}
    }
    for (String finalizer : texts(live, "metadata", "finalizers")) {
      holders.add(
          switch (finalizer) {
            case "kubernetes.io/pvc-protection" -> users(live);
            case "foregroundDeletion" -> dependents(live);
            case "customresourcecleanup.apiextensions.k8s.io" -> instances(live);
            default -> Finalizers.told(finalizer);
          });
    }
    return holders.isEmpty() ? "the API server is removing it" : String.join("; ", holders);
  }

  /** What the object itself tells, without asking the cluster. */
  public static String finalizers(ApiObject live) {
    List<String> finalizers = texts(live, "metadata", "finalizers");
    return finalizers.isEmpty()
        ? "the API server is removing it"
        : finalizers.stream().map(Finalizers::told).collect(Collectors.joining("; "));
  }

  private static List<String> pod(ApiObject pod) {
    String node = pod.text("spec", "nodeName").orElse("");
    return List.of(
        node.isEmpty()
            ? "it is on no node yet"
            : "its containers have up to "
                + pod.number("metadata", "deletionGracePeriodSeconds").orElse(0L)
                + " s to end on node "
                + node);
  }

  private String users(ApiObject claim) {
    List<String> pods =
        cluster.list("v1", "Pod", claim.namespace(), "").stream()
            .filter(
                pod ->
                    pod.objects("spec", "volumes").stream()
                        .anyMatch(
                            volume ->
                                volume
                                    .text("persistentVolumeClaim", "claimName")
                                    .filter(claim.name()::equals)
                                    .isPresent()))
            .map(ApiObject::name)
            .toList();
    return pods.isEmpty()
        ? "the cluster checks that no pod uses it (finalizer kubernetes.io/pvc-protection)"
        : "it is in use by " + (pods.size() == 1 ? "pod " : "pods ") + named(pods);
  }

  private String dependents(ApiObject owner) {
    String uid = owner.text("metadata", "uid").orElse("");
    List<String> found =
        Parallel.map(kinds(owner.namespace().isPresent()), kind -> owned(kind, owner, uid)).stream()
            .flatMap(List::stream)
            .toList();
    return found.isEmpty()
        ? "the garbage collector is removing what it owns"
        : "it waits for what it owns: " + named(found);
  }

  private List<String> owned(Kinds.Kind kind, ApiObject owner, String uid) {
    return cluster.listMetadata(kind.apiVersion(), kind.kind(), owner.namespace(), "").stream()
        .filter(
            object ->
                object.objects("metadata", "ownerReferences").stream()
                    .anyMatch(ref -> ref.text("uid").filter(uid::equals).isPresent()))
        .map(
            object ->
                kind.kind() + " " + object.name() + (object.deleting() ? " (being deleted)" : ""))
        .toList();
  }

  private List<Kinds.Kind> kinds(boolean namespaced) {
    return ListableKinds.of(cluster).stream()
        .filter(kind -> !namespaced || kind.namespaced())
        .toList();
  }

  private String instances(ApiObject definition) {
    List<ApiObject> objects = instancesOf(cluster, definition);
    return objects.isEmpty()
        ? "the API server is removing the kind"
        : "it waits for the objects of its kind: "
            + named(
                objects.stream()
                    .map(
                        object ->
                            object.key()
                                + texts(object, "metadata", "finalizers").stream()
                                    .map(finalizer -> " (" + Finalizers.told(finalizer) + ")")
                                    .collect(Collectors.joining()))
                    .toList());
  }

  /** The objects of a kind that a definition brings, with their metadata. */
  static List<ApiObject> instancesOf(Cluster cluster, ApiObject definition) {
    String group = definition.text("spec", "group").orElse("");
    String kind = definition.text("spec", "names", "kind").orElse("");
    Optional<String> version =
        definition.objects("spec", "versions").stream()
            .filter(v -> v.at("served").filter(Boolean.TRUE::equals).isPresent())
            .flatMap(v -> v.text("name").stream())
            .findFirst();
    return version
        .map(v -> cluster.listMetadata(group + "/" + v, kind, Optional.empty(), ""))
        .orElse(List.of());
  }

  static List<String> texts(ApiObject object, String... path) {
    return object.items(path).stream().map(Object::toString).toList();
  }

  static String named(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(MOST, names.size())))
        + (names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "");
  }
}
