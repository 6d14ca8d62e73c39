package dev.slipway.aws.eks.nodegroup;

import java.util.Objects;

/**
 * Keeps pods that don't tolerate it away from a group's nodes.
 *
 * @param value may be empty
 */
public record Taint(String key, String value, Effect effect) {
  public Taint {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(effect, "effect");
  }

  /** What becomes of such pods, as EKS writes it. */
  public enum Effect {
    NO_SCHEDULE,
    NO_EXECUTE,
    PREFER_NO_SCHEDULE
  }
}
