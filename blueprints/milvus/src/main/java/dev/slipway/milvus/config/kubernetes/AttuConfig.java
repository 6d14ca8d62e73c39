package dev.slipway.milvus.config.kubernetes;

import dev.slipway.engine.stack.Key;
import java.util.Optional;

/** The {@code attu:} section. */
public record AttuConfig(
    @Key(doc = "Whether Attu runs beside Milvus.", byDefault = "false") boolean enabled,
    @Key(
            doc =
                "The host name under which an Ingress shows Attu. Without it, `slipway"
                    + " port-forward` leads to it.",
            example = "attu.example.org")
        Optional<String> host,
    @Key(doc = "The class of that Ingress. Without it, the cluster's default.", example = "nginx")
        Optional<String> ingressClass,
    @Key(doc = "The version of Attu.", byDefault = "2.4.7", pattern = "[0-9]+[.][0-9]+[.][0-9]+")
        String version) {
  /** Where Attu looks for Milvus, whatever the chart is told. */
  private static final int MILVUS_PORT = 19530;

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if Attu wouldn't find Milvus there
   */
  public void requireFinding(int port) {
    if (enabled && port != MILVUS_PORT) {
      throw Conflicts.diagnostic(
              "The chart lets Attu look for Milvus at port %d, but Milvus listens at %d."
                  .formatted(MILVUS_PORT, port),
              "Set 'port: %d', or 'attu: {enabled: false}'.".formatted(MILVUS_PORT))
          .asException();
    }
  }
}
