package dev.slipway.kubernetes.log;

import dev.slipway.engine.provider.LogSource;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the logs of a stack: those of the pods that its workloads run. */
public record PodLogs(Cluster cluster) {
  private static final Map<String, String> WORKLOADS = new LinkedHashMap<>();

  static {
    WORKLOADS.put("Deployment", "apps/v1");
    WORKLOADS.put("StatefulSet", "apps/v1");
    WORKLOADS.put("DaemonSet", "apps/v1");
    WORKLOADS.put("Job", "batch/v1");
  }

  /**
   * A source for each container of each pod that there is now.
   *
   * @param owner the stack's mark
   */
  public List<LogSource> of(String owner) {
    String mark = Mark.OWNER + "=" + owner;
    SortedMap<String, ApiObject> pods = new TreeMap<>();
    cluster.list("v1", "Pod", Optional.empty(), mark).forEach(pod -> add(pods, pod));
    WORKLOADS.forEach(
        (kind, apiVersion) -> {
          for (ApiObject workload : cluster.list(apiVersion, kind, Optional.empty(), mark)) {
            selector(workload)
                .ifPresent(
                    labels ->
                        cluster
                            .list("v1", "Pod", workload.namespace(), labels)
                            .forEach(pod -> add(pods, pod)));
          }
        });
    List<LogSource> sources = new ArrayList<>();
    pods.values().forEach(pod -> sources.addAll(containers(pod)));
    return sources;
  }

  private static void add(Map<String, ApiObject> pods, ApiObject pod) {
    pods.put(pod.namespace().orElse("") + "/" + pod.name(), pod);
  }

  private List<LogSource> containers(ApiObject pod) {
    ObjectKey key = pod.key();
    List<ApiObject> containers = pod.objects("spec", "containers");
    return containers.stream()
        .<LogSource>map(
            container ->
                new PodLog(
                    cluster,
                    containers.size() == 1 ? pod.name() : pod.name() + "/" + name(container),
                    key,
                    name(container)))
        .toList();
  }

  private static String name(ApiObject container) {
    return container.text("name").orElse("");
  }

  /** The selector that finds a workload's pods; empty if it has none. */
  private static Optional<String> selector(ApiObject workload) {
    if (!(workload.at("spec", "selector", "matchLabels").orElse(null) instanceof Map<?, ?> labels)
        || labels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        labels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(",")));
  }
}
