package dev.slipway.lab.kubernetes;

import java.util.List;
import java.util.Map;

/**
 * How a cluster of the lab is set up.
 *
 * @param nodes how many there are at first
 * @param apiServerFlags further flags of the API server
 * @param files that the flags name, by name; they are put where the API server runs
 * @param storageClasses as YAML
 * @param provisioner of the volumes that the lab provides
 */
public record ClusterSetup(
    int nodes,
    List<String> apiServerFlags,
    Map<String, String> files,
    List<String> storageClasses,
    String provisioner) {
  static final String LAB_PROVISIONER = "lab.slipway.dev/volumes";

  public ClusterSetup {
    apiServerFlags = List.copyOf(apiServerFlags);
    files = Map.copyOf(files);
    storageClasses = List.copyOf(storageClasses);
  }

  /** The lab's own cluster. */
  static ClusterSetup ofLab(int nodes) {
    return new ClusterSetup(nodes, List.of(), Map.of(), Fittings.CLASSES, LAB_PROVISIONER);
  }
}
