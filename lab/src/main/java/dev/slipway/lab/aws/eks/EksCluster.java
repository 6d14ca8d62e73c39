package dev.slipway.lab.aws.eks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** A cluster of the lab's EKS, and what belongs to it. */
final class EksCluster {
  final String region;
  final Item item;
  final Map<String, Item> nodeGroups = new TreeMap<>();
  final Map<String, Item> addons = new TreeMap<>();

  /** By principal. */
  final Map<String, ObjectNode> accessEntries = new TreeMap<>();

  /** By principal and policy. */
  final Map<String, SequencedMap<String, ObjectNode>> accessPolicies = new TreeMap<>();

  /** By id. */
  final Map<String, ObjectNode> podIdentities = new LinkedHashMap<>();

  final Map<String, Item> identityProviders = new TreeMap<>();

  /** By id. */
  final Map<String, EksUpdate> updates = new LinkedHashMap<>();

  EksCluster(String region, Item item) {
    this.region = region;
    this.item = item;
  }

  String name() {
    return item.json().path("name").asString();
  }

  String version() {
    return item.json().path("version").asString();
  }

  /** What a resource of this cluster is called, beginning with its kind. */
  String arn(String kind, String rest) {
    return "arn:aws:eks:%s:%s:%s/%s/%s".formatted(region, EksModel.ACCOUNT, kind, name(), rest);
  }

  void requireActive() {
    if (!item.status().equals("ACTIVE") && !item.status().equals("UPDATING")) {
      throw EksRefusal.notNow("Cluster '" + name() + "' is not in ACTIVE status");
    }
  }
}
