package dev.slipway.milvus.kubernetes;

import dev.slipway.engine.resource.Resource;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.milvus.config.kubernetes.AutoscalingConfig;
import dev.slipway.milvus.config.kubernetes.Component;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects beside those of the chart. */
record OwnObjects(KubernetesConfig config, ReleaseNames names) {
  Resource<?> namespace() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", "v1");
    tree.put("kind", "Namespace");
    tree.put("metadata", Map.of("name", names.namespace()));
    return resource(tree);
  }

  /**
   * A Secret.
   *
   * @param texts what it holds, as texts; {@link dev.slipway.engine.resource.Value}s may stand for
   *     them
   */
  Resource<?> secret(String name, String type, Map<String, Object> texts) {
    Map<String, Object> tree = object("v1", "Secret", name);
    tree.put("type", type);
    tree.put("stringData", texts);
    return resource(tree);
  }

  /** Lets the parts that can be scaled become more; the chart 4.2.19 has no way to. */
  List<Resource<?>> autoscalers() {
    return config.autoscaling().stream()
        .flatMap(
            scaling ->
                Component.of(config.mode()).stream()
                    .filter(Component::scales)
                    .<Resource<?>>map(component -> autoscaler(component, scaling)))
        .toList();
  }

  private Resource<?> autoscaler(Component component, AutoscalingConfig scaling) {
    String deployment = names.deployment(component);
    int least = Sizing.of(config, component).replicas();
    Map<String, Object> tree = object("autoscaling/v2", "HorizontalPodAutoscaler", deployment);
    tree.put(
        "spec",
        Map.of(
            "scaleTargetRef",
            Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", deployment),
            "minReplicas",
            least,
            "maxReplicas",
            Math.max(least, scaling.maxReplicas()),
            "metrics",
            List.of(
                Map.of(
                    "type",
                    "Resource",
                    "resource",
                    Map.of(
                        "name",
                        "cpu",
                        "target",
                        Map.of(
                            "type", "Utilization", "averageUtilization", scaling.cpuPercent()))))));
    return resource(tree);
  }

  /**
   * Keep a drain of nodes from taking all pods of a part at once. The chart has none for Milvus'
   * own parts, and that of etcd is of a version of the API that clusters no longer have.
   */
  List<Resource<?>> budgets() {
    List<Resource<?>> budgets = new ArrayList<>();
    for (Component component : Component.of(config.mode())) {
      if (Sizing.of(config, component).replicas() > 1) {
        Map<String, Object> labels = labels("milvus");
        labels.put("component", component.suffix());
        budgets.add(budget(names.deployment(component), labels));
      }
    }
    if (config.size() != KubernetesConfig.Size.SMALL) {
      budgets.add(budget(names.release() + "-etcd", labels("etcd")));
    }
    return budgets;
  }

  private Map<String, Object> labels(String application) {
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("app.kubernetes.io/name", application);
    labels.put("app.kubernetes.io/instance", names.release());
    return labels;
  }

  private Resource<?> budget(String name, Map<String, Object> labels) {
    Map<String, Object> tree = object("policy/v1", "PodDisruptionBudget", name);
    tree.put("spec", Map.of("maxUnavailable", 1, "selector", Map.of("matchLabels", labels)));
    return resource(tree);
  }

  private Map<String, Object> object(String apiVersion, String kind, String name) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", apiVersion);
    tree.put("kind", kind);
    tree.put("metadata", Map.of("name", name, "namespace", names.namespace()));
    return tree;
  }

  private static Resource<?> resource(Map<String, Object> tree) {
    ObjectSpec spec = ObjectSpec.of(tree);
    ObjectKey key = spec.key();
    return Resource.of(key.id(), spec);
  }
}
