package dev.slipway.lab.aws.eks;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, describes, changes and deletes node groups. */
final class NodeGroupOperations {
  private final EksAsk ask;

  NodeGroupOperations(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode list() {
    return EksModel.names("nodegroups", ask.cluster().nodeGroups.keySet());
  }

  JsonNode describe() {
    item().look();
    return EksModel.answer("nodegroup", item().json());
  }

  JsonNode delete() {
    EksCluster cluster = ask.cluster();
    Item item = item();
    if (item.isBusy()) {
      throw EksRefusal.inUse("Nodegroup is " + item.status());
    }
    item.begin(
        "DELETING",
        ask.model().looks(),
        () -> {
          cluster.nodeGroups.remove(ask.parameter("nodegroupName"));
          new MotoGroups(ask.model().account(), ask.region()).delete(item.json());
          NodeGroupMaking.tell(ask, cluster, item, 0);
        });
    return EksModel.answer("nodegroup", item.json());
  }

  JsonNode updateConfig() {
    EksCluster cluster = ask.cluster();
    Item item = item();
    JsonNode given = ask.given();
    return begin(
        item,
        "ConfigUpdate",
        () -> {
          ObjectNode json = item.json();
          labels((ObjectNode) json.path("labels"), given.path("labels"));
          json.set("taints", taints(json.path("taints"), given.path("taints")));
          given
              .path("scalingConfig")
              .propertyStream()
              .forEach(
                  field ->
                      ((ObjectNode) json.path("scalingConfig"))
                          .set(field.getKey(), field.getValue()));
          if (given.has("updateConfig")) {
            json.set("updateConfig", given.path("updateConfig"));
          }
          new MotoGroups(ask.model().account(), ask.region()).resize(json);
          NodeGroupMaking.tell(ask, cluster, item, NodeGroupMaking.desired(item));
        });
  }

  JsonNode updateVersion() {
    Item item = item();
    JsonNode given = ask.given();
    String version = given.path("version").asString(ask.cluster().version());
    if (EksCatalog.VERSIONS.indexOf(version)
        < EksCatalog.VERSIONS.indexOf(ask.cluster().version())) {
      throw EksRefusal.invalid(
          "Nodegroup Kubernetes version %s can not be newer than the cluster's".formatted(version));
    }
    return begin(
        item,
        "VersionUpdate",
        () -> {
          item.json().put("version", version);
          if (given.has("launchTemplate")) {
            item.json().set("launchTemplate", given.path("launchTemplate"));
          }
        });
  }

  private JsonNode begin(Item item, String type, Runnable change) {
    if (!item.status().equals("ACTIVE") && !item.status().equals("DEGRADED")) {
      throw EksRefusal.inUse("Nodegroup cannot be updated as it is currently not in Active State");
    }
    return EksUpdate.begin(ask.model(), ask.cluster(), type, item, change);
  }

  private Item item() {
    Item item = ask.cluster().nodeGroups.get(ask.parameter("nodegroupName"));
    if (item == null) {
      throw EksRefusal.notFound(
          "No node group found for name: " + ask.parameter("nodegroupName") + ".");
    }
    return item;
  }

  private static void labels(ObjectNode labels, JsonNode given) {
    given
        .path("addOrUpdateLabels")
        .propertyStream()
        .forEach(label -> labels.set(label.getKey(), label.getValue()));
    given.path("removeLabels").valueStream().forEach(key -> labels.remove(key.asString()));
  }

  private static ArrayNode taints(JsonNode before, JsonNode given) {
    List<JsonNode> gone = new ArrayList<>();
    given.path("removeTaints").valueStream().forEach(gone::add);
    given.path("addOrUpdateTaints").valueStream().forEach(gone::add);
    ArrayNode taints = EksModel.JSON.createArrayNode();
    before
        .valueStream()
        .filter(taint -> gone.stream().noneMatch(other -> isSame(taint, other)))
        .forEach(taints::add);
    given.path("addOrUpdateTaints").valueStream().forEach(taints::add);
    return taints;
  }

  private static boolean isSame(JsonNode taint, JsonNode other) {
    return taint.path("key").equals(other.path("key"))
        && taint.path("effect").equals(other.path("effect"));
  }
}
