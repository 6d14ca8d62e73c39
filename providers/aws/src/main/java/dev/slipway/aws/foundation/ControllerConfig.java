package dev.slipway.aws.foundation;

import dev.slipway.engine.stack.Key;

/** The {@code load-balancers:} section of the target {@code eks}. */
public record ControllerConfig(
    @Key(doc = "Whether it is installed.", byDefault = "true") boolean enabled,
    @Key(
            doc = "The address of its chart's repository.",
            byDefault = "https://aws.github.io/eks-charts")
        String repository,
    @Key(
            doc = "Its chart's exact version.",
            byDefault = "1.13.4",
            pattern = "[0-9]+[.][0-9]+[.][0-9]+")
        String version) {}
