package dev.slipway.lab.aws;

import dev.slipway.lab.aws.eks.EksNodes;
import dev.slipway.lab.kubernetes.ClusterApi;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The nodes of node groups in a cluster of the lab. */
record EksLabNodes(ClusterApi api) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NODES = "/api/v1/nodes";
  private static final String GROUP = "eks.amazonaws.com/nodegroup";

  /** Makes and removes nodes until a group has those that it should have. */
  void set(EksNodes wanted) {
    Set<String> there = new HashSet<>();
    api.get(NODES + "?labelSelector=" + GROUP + "%3D" + wanted.group())
        .path("items")
        .valueStream()
        .map(node -> node.path("metadata").path("name").asString())
        .forEach(there::add);
    for (int i = 0; i < wanted.count(); i++) {
      String name = name(wanted, i);
      if (!there.remove(name)) {
        api.create(NODES, node(wanted, name, i).toString());
      } else {
        api.merge(NODES + "/" + name, labels(wanted, name, i).toString());
      }
    }
    there.forEach(name -> api.delete(NODES + "/" + name));
  }

  private static String name(EksNodes wanted, int i) {
    int group = Math.floorMod(wanted.group().hashCode(), 250);
    return "ip-10-%d-%d-%d.%s.compute.internal".formatted(group, i / 250, i % 250, wanted.region());
  }

  private static ObjectNode node(EksNodes wanted, String name, int i) {
    ObjectNode node = labels(wanted, name, i);
    node.put("apiVersion", "v1").put("kind", "Node");
    ObjectNode metadata = (ObjectNode) node.path("metadata");
    metadata.put("name", name).putObject("annotations").put("kwok.x-k8s.io/node", "fake");
    ObjectNode spec = node.putObject("spec");
    spec.put(
        "providerID", "aws:///" + zone(wanted, i) + "/i-" + Integer.toHexString(name.hashCode()));
    ArrayNode taints = spec.putArray("taints");
    for (Map<String, String> taint : wanted.taints()) {
      ObjectNode made = taints.addObject().put("key", taint.get("key"));
      made.put("value", taint.getOrDefault("value", ""));
      made.put(
          "effect",
          switch (taint.get("effect")) {
            case "NO_EXECUTE" -> "NoExecute";
            case "PREFER_NO_SCHEDULE" -> "PreferNoSchedule";
            default -> "NoSchedule";
          });
    }
    return node;
  }

  private static ObjectNode labels(EksNodes wanted, String name, int i) {
    Map<String, String> labels = new TreeMap<>(wanted.labels());
    labels.put(GROUP, wanted.group());
    labels.put("eks.amazonaws.com/capacityType", wanted.capacityType());
    labels.put("kubernetes.io/arch", "amd64");
    labels.put("kubernetes.io/os", "linux");
    labels.put("kubernetes.io/hostname", name);
    labels.put("node.kubernetes.io/instance-type", wanted.instanceType());
    labels.put("topology.kubernetes.io/region", wanted.region());
    labels.put("topology.kubernetes.io/zone", zone(wanted, i));
    ObjectNode node = JSON.createObjectNode();
    ObjectNode all = node.putObject("metadata").putObject("labels");
    labels.forEach(all::put);
    return node;
  }

  private static String zone(EksNodes wanted, int i) {
    return wanted.zones().get(i % wanted.zones().size());
  }
}
