package dev.slipway.aws.foundation;

import dev.slipway.engine.stack.Key;

/** The {@code cloudwatch:} section of the target {@code eks}. */
public record ObservabilityConfig(
    @Key(
            doc = "Whether the CloudWatch agent and Fluent Bit send metrics and logs there.",
            byDefault = "true")
        boolean enabled,
    @Key(doc = "For how many days logs are kept.", byDefault = "30", min = 1, max = 3653)
        int retention) {}
