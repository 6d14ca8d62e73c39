package dev.slipway.aws.eks.nodegroup;

/**
 * How many nodes a group has.
 *
 * @param min at least 0
 * @param max at least 1 and {@code min}
 * @param desired at first, from {@code min} to {@code max}; an autoscaler may change it
 */
public record Scaling(int min, int max, int desired) {
  public Scaling {
    if (min < 0 || max < 1 || desired < min || desired > max) {
      throw new IllegalArgumentException(
          "not a scaling: from %d to %d nodes, at first %d".formatted(min, max, desired));
    }
  }
}
