package dev.slipway.milvus.config.kubernetes;

import dev.slipway.engine.stack.Key;

/** The {@code autoscaling:} section. */
public record AutoscalingConfig(
    @Key(
            doc = "How many pods of each part there may be at most.",
            byDefault = "6",
            min = 1,
            max = 1000)
        int maxReplicas,
    @Key(
            doc =
                "Which share of the processor time that its pods ask for a part should use, in"
                    + " percent; above it, pods are added.",
            byDefault = "70",
            min = 1,
            max = 1000)
        int cpuPercent) {}
