package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Applies manifests and waits for what comes of them. */
final class Manifests {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Manifests() {}

  /** Applies YAML to a namespace. */
  static void apply(LabCluster cluster, String namespace, String yaml) throws Exception {
    Path file = Files.createTempFile("lab", ".yaml");
    try {
      Files.writeString(file, yaml);
      cluster
          .run(cluster.kubectl(), "-n", namespace, "apply", "--server-side", "-f", file.toString())
          .orFail();
    } finally {
      Files.delete(file);
    }
  }

  /** The object at a path, once a condition holds. */
  static JsonNode await(LabCluster cluster, String path, Predicate<JsonNode> condition) {
    Await.until(
        LIMIT,
        path,
        () -> cluster.api().find(path).filter(condition).isPresent(),
        () -> cluster.api().find(path).map(JsonNode::toPrettyString).orElse("it isn't there"));
    return cluster.api().get(path);
  }
}
