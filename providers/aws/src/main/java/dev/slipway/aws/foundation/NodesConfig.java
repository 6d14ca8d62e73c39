package dev.slipway.aws.foundation;

import dev.slipway.engine.stack.Key;
import java.util.Map;
import java.util.TreeMap;

/** The {@code nodes:} section of the target {@code eks}: its managed node group. */
public record NodesConfig(
    @Key(
            doc = "The type of the machines.",
            byDefault = "m6i.4xlarge",
            pattern = "[a-z0-9-]+[.][a-z0-9-]+")
        String instanceType,
    @Key(doc = "How many there are at least.", byDefault = "2", min = 0, max = 450) int min,
    @Key(doc = "How many there are at first.", byDefault = "3", min = 0, max = 450) int desired,
    @Key(
            doc = "How many there are at most, when the Cluster Autoscaler adds some.",
            byDefault = "6",
            min = 1,
            max = 450)
        int max,
    @Key(doc = "The size of each machine's disk, in GiB.", byDefault = "100", min = 20, max = 16384)
        int disk,
    @Key(
            doc = "`on-demand`, or `spot` for machines that are cheaper and may be taken away.",
            byDefault = "on-demand")
        Capacity capacity,
    @Key(doc = "Labels of the nodes.", byDefault = "{}", example = "{role: milvus}")
        Map<String, String> labels) {

  /** How machines are paid for. */
  public enum Capacity {
    /** By the second. */
    ON_DEMAND,
    /** From what is left over. */
    SPOT
  }

  public NodesConfig {
    labels = Map.copyOf(new TreeMap<>(labels));
    if (min > desired || desired > max) {
      throw new IllegalArgumentException(
          "'min' (%d), 'desired' (%d) and 'max' (%d) must be in that order"
              .formatted(min, desired, max));
    }
  }
}
