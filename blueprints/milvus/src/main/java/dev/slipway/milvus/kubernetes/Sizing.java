package dev.slipway.milvus.kubernetes;

import dev.slipway.milvus.config.kubernetes.Component;
import dev.slipway.milvus.config.kubernetes.ComponentConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Size;
import java.util.Map;
import java.util.Optional;

/**
 * What a part of Milvus gets.
 *
 * @param replicas how many pods, or how many at least if they are scaled
 * @param cpu what each asks for
 * @param memory what each asks for and may use at most
 */
record Sizing(int replicas, String cpu, String memory) {
  /** What a part gets by the stack file: its size's, unless told otherwise. */
  static Sizing of(KubernetesConfig config, Component component) {
    Sizing preset = preset(config.size(), component);
    Optional<ComponentConfig> own = Optional.ofNullable(config.components().get(component.key()));
    return new Sizing(
        own.flatMap(ComponentConfig::replicas).orElse(preset.replicas()),
        own.flatMap(ComponentConfig::cpu).orElse(preset.cpu()),
        own.flatMap(ComponentConfig::memory).orElse(preset.memory()));
  }

  private static Sizing preset(Size size, Component component) {
    return switch (size) {
      case SMALL ->
          switch (component) {
            case STANDALONE -> new Sizing(1, "1", "4Gi");
            case PROXY, COORDINATOR -> new Sizing(1, "500m", "1Gi");
            case DATA_NODE -> new Sizing(1, "500m", "2Gi");
            case QUERY_NODE, INDEX_NODE -> new Sizing(1, "1", "2Gi");
          };
      case MEDIUM ->
          switch (component) {
            case STANDALONE -> new Sizing(1, "2", "8Gi");
            case PROXY, COORDINATOR -> new Sizing(2, "1", "2Gi");
            case DATA_NODE -> new Sizing(2, "1", "4Gi");
            case QUERY_NODE -> new Sizing(2, "2", "8Gi");
            case INDEX_NODE -> new Sizing(2, "2", "4Gi");
          };
      case LARGE ->
          switch (component) {
            case STANDALONE -> new Sizing(1, "8", "32Gi");
            case PROXY -> new Sizing(3, "2", "4Gi");
            case COORDINATOR -> new Sizing(2, "2", "4Gi");
            case DATA_NODE -> new Sizing(3, "2", "8Gi");
            case QUERY_NODE -> new Sizing(4, "4", "16Gi");
            case INDEX_NODE -> new Sizing(3, "4", "8Gi");
          };
    };
  }

  /** As Kubernetes wants it of a container. */
  Map<String, Object> resources() {
    return Map.of(
        "requests", Map.of("cpu", cpu, "memory", memory), "limits", Map.of("memory", memory));
  }
}
