package dev.slipway.kubernetes.removal;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Parallel;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would go with a namespace. */
record NamespaceContent(Cluster cluster, Call call) {
  private static final String RELEASE = "meta.helm.sh/release-name";

  /**
   * Whether the namespace stays, since claims in it are kept: then it loses its mark, and a later
   * launch may take it back.
   *
   * @throws ProviderException if another stack or release lives in it
   */
  boolean keeps(ApiObject namespace) {
    Optional<String> name = Optional.of(namespace.name());
    List<String> kept =
        cluster.listMetadata("v1", "PersistentVolumeClaim", name, "").stream()
            .filter(claim -> !claim.deleting() && !Claims.goes(claim, call.owner()))
            .map(ApiObject::name)
            .toList();
    if (!kept.isEmpty()) {
      release(namespace);
      call.progress("stays, since it holds claims that are kept: " + Holders.named(kept));
      return true;
    }
    List<String> others =
        Parallel.map(
                ListableKinds.of(cluster).stream().filter(kind -> kind.namespaced()).toList(),
                kind ->
                    cluster.listMetadata(kind.apiVersion(), kind.kind(), name, "").stream()
                        .filter(this::isOthers)
                        .map(object -> kind.kind() + " " + object.name())
                        .toList())
            .stream()
            .flatMap(List::stream)
            .toList();
    if (!others.isEmpty()) {
      throw ProviderException.refused(RemovalProblems.namespaceInUse(namespace.key(), others));
    }
    return false;
  }

  private boolean isOthers(ApiObject object) {
    String owner = object.labels().get(Mark.OWNER);
    return !object.deleting()
        && object.objects("metadata", "ownerReferences").isEmpty()
        && (owner == null
            ? object.annotations().containsKey(RELEASE)
            : !owner.equals(call.owner()));
  }

  private void release(ApiObject namespace) {
    cluster.patch(
        namespace.key(),
        List.of(
            Map.of(
                "op", "test", "path", "/metadata/labels/slipway.dev~1owner", "value", call.owner()),
            Map.of("op", "remove", "path", "/metadata/labels/slipway.dev~1owner"),
            namespace.annotations().isEmpty()
                ? Map.of(
                    "op",
                    "add",
                    "path",
                    "/metadata/annotations",
                    "value",
                    Map.of(Mark.KEPT, call.owner()))
                : Map.of(
                    "op",
                    "add",
                    "path",
                    "/metadata/annotations/slipway.dev~1kept",
                    "value",
                    call.owner())));
  }
}
