package dev.slipway.milvus.config.kubernetes;

import dev.slipway.engine.stack.Key;
import java.util.Optional;

/** What one part of Milvus gets. */
public record ComponentConfig(
    @Key(doc = "How many pods; with autoscaling, how many at least.", min = 1, max = 1000)
        Optional<Integer> replicas,
    @Key(
            doc = "How much of a processor each pod asks for, as Kubernetes writes it.",
            example = "500m",
            pattern = "[0-9]+([.][0-9]+)?m?")
        Optional<String> cpu,
    @Key(
            doc = "How much memory each pod asks for and may use at most, as Kubernetes writes it.",
            example = "2Gi",
            pattern = "[0-9]+([.][0-9]+)?(Ki|Mi|Gi|Ti|k|M|G|T)?")
        Optional<String> memory) {}
