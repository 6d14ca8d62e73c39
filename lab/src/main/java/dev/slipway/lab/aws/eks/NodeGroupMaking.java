package dev.slipway.lab.aws.eks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes node groups, and tells of their nodes. */
final class NodeGroupMaking {
  private final EksAsk ask;

  NodeGroupMaking(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode create() {
    EksCluster cluster = ask.cluster();
    cluster.requireActive();
    String name = ask.text("nodegroupName");
    if (cluster.nodeGroups.containsKey(name)) {
      throw EksRefusal.inUse(
          "NodeGroup already exists with name %s and cluster name %s"
              .formatted(name, cluster.name()));
    }
    ClusterMaking.requireRole(ask, "nodeRole");
    ClusterMaking.subnets(ask, ask.given());
    boolean template = ask.given().has("launchTemplate");
    if (template && ask.given().has("diskSize")) {
      throw EksRefusal.invalid("Disk size must be specified within the launch template.");
    }
    Item item = new Item(json(cluster, name, template));
    item.begin("CREATING", ask.model().looks(), () -> finish(cluster, item));
    cluster.nodeGroups.put(name, item);
    return EksModel.answer("nodegroup", item.json());
  }

  private ObjectNode json(EksCluster cluster, String name, boolean template) {
    ObjectNode json = EksModel.JSON.createObjectNode();
    String version = ask.given().path("version").asString(cluster.version());
    json.put("nodegroupName", name).put("clusterName", cluster.name());
    json.put("nodegroupArn", cluster.arn("nodegroup", name + "/" + UUID.randomUUID()));
    json.put("version", version).put("releaseVersion", version + ".1-20260101");
    json.put("createdAt", EksModel.now()).put("modifiedAt", EksModel.now());
    json.put("nodeRole", ask.text("nodeRole"));
    copy(json, "capacityType", "\"ON_DEMAND\"");
    copy(json, "scalingConfig", "{\"minSize\":1,\"maxSize\":2,\"desiredSize\":2}");
    copy(json, "subnets", "[]");
    copy(json, "labels", "{}");
    copy(json, "taints", "[]");
    copy(json, "tags", "{}");
    copy(json, "updateConfig", "{\"maxUnavailable\":1}");
    copy(json, "amiType", template ? "\"CUSTOM\"" : "\"AL2023_x86_64_STANDARD\"");
    if (template) {
      copy(json, "launchTemplate", "{}");
    } else {
      copy(json, "diskSize", "20");
    }
    if (!template || ask.given().has("instanceTypes")) {
      copy(json, "instanceTypes", "[\"t3.medium\"]");
    }
    json.set("health", EksModel.healthy());
    return json;
  }

  private void copy(ObjectNode json, String field, String otherwise) {
    json.set(
        field,
        ask.given().has(field) ? ask.given().path(field) : EksModel.JSON.readTree(otherwise));
  }

  private void finish(EksCluster cluster, Item item) {
    String name = item.json().path("nodegroupName").asString();
    Optional<EksIssue> issue = ask.model().nodeGroupIssue(name);
    item.json().put("status", issue.isPresent() ? "CREATE_FAILED" : "ACTIVE");
    issue.ifPresent(found -> item.json().set("health", found.health()));
    if (issue.isEmpty()) {
      String group = "eks-" + name + "-" + UUID.randomUUID();
      new MotoGroups(ask.model().account(), ask.region()).make(group, item.json());
      item.json()
          .putObject("resources")
          .putArray("autoScalingGroups")
          .addObject()
          .put("name", group);
      tell(ask, cluster, item, desired(item));
    }
  }

  static int desired(Item item) {
    return item.json().path("scalingConfig").path("desiredSize").asInt();
  }

  /** Tells how many nodes a group has now. */
  static void tell(EksAsk ask, EksCluster cluster, Item item, int count) {
    ObjectNode json = item.json();
    List<String> zones =
        json.path("subnets")
            .valueStream()
            .map(JsonNode::asString)
            .flatMap(id -> ask.model().account().subnet(ask.region(), id).stream())
            .map(MotoAccount.Subnet::zone)
            .distinct()
            .toList();
    ask.model()
        .tell(
            new EksNodes(
                cluster.name(),
                json.path("nodegroupName").asString(),
                count,
                texts(json.path("labels")),
                json.path("taints").valueStream().map(NodeGroupMaking::texts).toList(),
                json.path("instanceTypes").path(0).asString("t3.medium"),
                json.path("capacityType").asString(),
                zones,
                ask.region()));
  }

  private static Map<String, String> texts(JsonNode json) {
    Map<String, String> texts = new TreeMap<>();
    json.propertyStream().forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
    return texts;
  }
}
