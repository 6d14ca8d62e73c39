package dev.slipway.lab.aws.eks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The versions that the lab's EKS has, of Kubernetes and of add-ons; the newest first. */
final class EksCatalog {
  static final List<String> VERSIONS = List.of("1.34", "1.33", "1.32", "1.31", "1.30", "1.29");
  static final String DEFAULT_VERSION = "1.33";

  /** Each add-on's versions; the second is the default one. {@code MINOR} is the cluster's. */
  private static final SequencedMap<String, List<String>> ADDONS = new LinkedHashMap<>();

  static {
    ADDONS.put(
        "vpc-cni", List.of("v1.20.4-eksbuild.2", "v1.20.1-eksbuild.3", "v1.19.6-eksbuild.7"));
    ADDONS.put(
        "coredns", List.of("v1.12.4-eksbuild.1", "v1.12.1-eksbuild.2", "v1.11.4-eksbuild.24"));
    ADDONS.put(
        "kube-proxy",
        List.of("vMINOR.5-eksbuild.2", "vMINOR.3-eksbuild.10", "vMINOR.0-eksbuild.2"));
    ADDONS.put(
        "aws-ebs-csi-driver",
        List.of("v1.51.0-eksbuild.1", "v1.48.0-eksbuild.2", "v1.46.0-eksbuild.1"));
    ADDONS.put("eks-pod-identity-agent", List.of("v1.3.9-eksbuild.3", "v1.3.8-eksbuild.2"));
    ADDONS.put("metrics-server", List.of("v0.8.0-eksbuild.2", "v0.7.2-eksbuild.4"));
    ADDONS.put(
        "amazon-cloudwatch-observability",
        List.of("v4.5.0-eksbuild.1", "v4.4.0-eksbuild.1", "v3.7.0-eksbuild.1"));
  }

  private EksCatalog() {}

  static boolean knows(String addon) {
    return ADDONS.containsKey(addon);
  }

  static List<String> versions(String addon, String kubernetes) {
    return ADDONS.get(addon).stream().map(version -> version.replace("MINOR", kubernetes)).toList();
  }

  static String defaultVersion(String addon, String kubernetes) {
    return versions(addon, kubernetes).get(1);
  }

  static ObjectNode describeAddonVersions(Map<String, String> asked) {
    ObjectNode answer = EksModel.JSON.createObjectNode();
    ArrayNode addons = answer.putArray("addons");
    String kubernetes = asked.getOrDefault("kubernetesVersion", "");
    for (String name : ADDONS.keySet()) {
      if (!asked.getOrDefault("addonName", name).equals(name)
          || !(kubernetes.isEmpty() || VERSIONS.contains(kubernetes))) {
        continue;
      }
      ObjectNode addon = addons.addObject().put("addonName", name);
      addon.put("publisher", "eks").put("owner", "aws").put("type", "networking");
      ArrayNode versions = addon.putArray("addonVersions");
      for (String cluster : kubernetes.isEmpty() ? VERSIONS : List.of(kubernetes)) {
        for (String version : versions(name, cluster)) {
          ObjectNode found = versions.addObject().put("addonVersion", version);
          found.putArray("architecture").add("amd64").add("arm64");
          found
              .putArray("compatibilities")
              .addObject()
              .put("clusterVersion", cluster)
              .put("defaultVersion", version.equals(defaultVersion(name, cluster)))
              .putArray("platformVersions")
              .add("*");
        }
      }
    }
    return answer;
  }

  static ObjectNode describeClusterVersions(Map<String, String> asked) {
    ObjectNode answer = EksModel.JSON.createObjectNode();
    ArrayNode versions = answer.putArray("clusterVersions");
    for (String version : VERSIONS) {
      if (asked.getOrDefault("clusterVersions", version).equals(version)
          && (!asked.getOrDefault("defaultOnly", "false").equals("true")
              || version.equals(DEFAULT_VERSION))) {
        boolean standard = VERSIONS.indexOf(version) < 3;
        versions
            .addObject()
            .put("clusterVersion", version)
            .put("clusterType", "eks")
            .put("defaultPlatformVersion", "eks.1")
            .put("defaultVersion", version.equals(DEFAULT_VERSION))
            .put("status", standard ? "standard-support" : "extended-support")
            .put("versionStatus", standard ? "STANDARD_SUPPORT" : "EXTENDED_SUPPORT");
      }
    }
    return answer;
  }
}
