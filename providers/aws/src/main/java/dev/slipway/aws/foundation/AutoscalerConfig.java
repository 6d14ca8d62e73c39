package dev.slipway.aws.foundation;

import dev.slipway.engine.stack.Key;
import java.util.Optional;

/** The {@code autoscaler:} section of the target {@code eks}. */
public record AutoscalerConfig(
    @Key(doc = "Whether it is installed.", byDefault = "true") boolean enabled,
    @Key(
            doc =
                "Its version. Without it, the first of the cluster's own Kubernetes version, as its"
                    + " authors advise.",
            example = "1.34.0",
            pattern = "[0-9]+[.][0-9]+[.][0-9]+")
        Optional<String> version) {}
