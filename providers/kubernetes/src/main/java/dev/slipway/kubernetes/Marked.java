package dev.slipway.kubernetes;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Everything in a cluster that carries a stack's mark, whatever its kind.
 *
 * @param owner the stack's mark
 */
record Marked(Cluster cluster, String owner) {
  /** Objects that controllers copy a Service's labels to; they go when the Service goes. */
  private static final Set<String> COPIES = Set.of("Endpoints", "EndpointSlice");

  List<Leftover> leftovers(Set<ResourceId> kept) {
    return objects().stream()
        .filter(object -> !kept.contains(object.key().id()))
        .map(
            object ->
                new Leftover(
                    object.kind(),
                    object.namespace().map(space -> space + "/").orElse("") + object.name(),
                    heldBy(object)))
        .toList();
  }

  /** The objects' metadata, those left out that go with their owner; each in one version. */
  List<ApiObject> objects() {
    List<ApiObject> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<ApiObject>>> lists = new ArrayList<>();
      for (Kinds.Kind kind : kinds()) {
        lists.add(
            threads.submit(
                () ->
                    cluster.listMetadata(
                        kind.apiVersion(),
                        kind.kind(),
                        Optional.empty(),
                        Mark.OWNER + "=" + owner)));
      }
      for (Future<List<ApiObject>> list : lists) {
        found.addAll(list.get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for what is left", e);
    }
    found.removeIf(object -> !object.items("metadata", "ownerReferences").isEmpty());
    found.sort(Comparator.comparing(object -> object.key().toString()));
    return found;
  }

  /** The kinds that can be listed and deleted, each in one of its versions. */
  private List<Kinds.Kind> kinds() {
    TreeMap<String, Kinds.Kind> kinds = new TreeMap<>();
    cluster
        .kinds()
        .ifPresent(
            known ->
                known.kinds().values().stream()
                    .filter(kind -> kind.verbs().containsAll(List.of("list", "delete")))
                    .filter(kind -> !COPIES.contains(kind.kind()))
                    .sorted(Comparator.comparing(Kinds.Kind::apiVersion))
                    .forEach(kind -> kinds.put(group(kind) + "/" + kind.kind(), kind)));
    return List.copyOf(kinds.values());
  }

  private static String group(Kinds.Kind kind) {
    int slash = kind.apiVersion().indexOf('/');
    return slash < 0 ? "" : kind.apiVersion().substring(0, slash);
  }

  private static String heldBy(ApiObject object) {
    if (!object.deleting()) {
      return "it was not deleted";
    }
    List<?> finalizers = object.items("metadata", "finalizers");
    return finalizers.isEmpty()
        ? "it is being deleted"
        : "it is being deleted, held by "
            + finalizers.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
