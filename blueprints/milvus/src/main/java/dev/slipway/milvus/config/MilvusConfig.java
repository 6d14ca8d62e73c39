package dev.slipway.milvus.config;

import dev.slipway.engine.stack.Key;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig;
import java.util.Objects;

/**
 * The {@code milvus:} section of a stack file.
 *
 * @param data what becomes of the data when Milvus leaves the stack
 * @param port where clients reach Milvus, 1 to 65535
 * @param kubernetes what only targets that are clusters read
 */
public record MilvusConfig(
    @Key(
            doc =
                "What becomes of the stored vectors when Milvus leaves the stack or the stack goes"
                    + " down. `keep` leaves them where they are, and the next `up` serves them"
                    + " again; `delete` removes them for good.")
        Data data,
    @Key(doc = "The port where clients reach Milvus.", byDefault = "19530", min = 1, max = 65535)
        int port,
    @Key(
            doc =
                "How Milvus runs on a target that is a Kubernetes cluster. Other targets don't read"
                    + " it.",
            byDefault = "{}")
        KubernetesConfig kubernetes) {

  /** What becomes of the data. */
  public enum Data {
    /** It is removed together with Milvus. */
    DELETE,
    /** It stays and is served again by the next {@code up}. */
    KEEP
  }

  public MilvusConfig {
    Objects.requireNonNull(data, "data");
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
    kubernetes.attu().requireFinding(port);
  }
}
