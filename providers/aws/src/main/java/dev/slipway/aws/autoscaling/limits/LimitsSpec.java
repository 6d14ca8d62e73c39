package dev.slipway.aws.autoscaling.limits;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Objects;

/**
 * The limits of an Auto Scaling group that something else has made, such as EKS for a node group. A
 * tag on the group remembers what they were before, which is set again on removal. Attributes:
 * {@code group}.
 *
 * @param group the group's name
 * @param min fewest instances, at least 0
 * @param max most instances, at least {@code min}
 * @param desired instances when the limits are first set, from {@code min} to {@code max};
 *     afterwards whatever scales the group decides
 */
public record LimitsSpec(Value<String> group, int min, int max, int desired) implements Spec {
  public static final String TYPE = "aws.autoscaling-limits";

  public LimitsSpec {
    Objects.requireNonNull(group, "group");
    if (min < 0 || max < min || desired < min || desired > max) {
      throw new IllegalArgumentException(
          "not limits of a group: min " + min + ", max " + max + ", desired " + desired);
    }
  }
}
