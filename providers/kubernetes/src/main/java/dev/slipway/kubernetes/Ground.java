package dev.slipway.kubernetes;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.hook.HookSpec;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a cluster is made of that the same stack makes: its objects come after it, and go before it.
 *
 * @param api what there must be for the API server to take objects from us
 * @param nodes what there must be for pods to run
 */
public record Ground(List<ResourceId> api, List<ResourceId> nodes) {
  /** A cluster that is there already. */
  public static final Ground NONE = new Ground(List.of(), List.of());

  private static final Set<String> RUN =
      Set.of(
          "CronJob",
          "DaemonSet",
          "Deployment",
          "Job",
          "PersistentVolumeClaim",
          "Pod",
          "ReplicaSet",
          "StatefulSet");

  public Ground {
    api = List.copyOf(api);
    nodes = List.copyOf(nodes);
  }

  /** The resources, with the cluster's objects after what the cluster is made of. */
  List<Resource<?>> under(List<Resource<?>> resources) {
    return api.isEmpty() && nodes.isEmpty()
        ? resources
        : resources.stream().<Resource<?>>map(this::under).toList();
  }

  private Resource<?> under(Resource<?> resource) {
    if (!resource.id().type().startsWith(KubernetesProvider.NAME + ".")) {
      return resource;
    }
    Set<ResourceId> after = new LinkedHashSet<>(resource.after());
    after.addAll(api);
    if (runs(resource)) {
      after.addAll(nodes);
    }
    return resource.after(new ArrayList<>(after).toArray(ResourceId[]::new));
  }

  private static boolean runs(Resource<?> resource) {
    return switch (resource.spec()) {
      case ObjectSpec spec -> RUN.contains(spec.key().kind());
      case HookSpec _ -> true;
      default -> false;
    };
  }
}
