package dev.slipway.lab.aws.eks;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Add-ons. */
final class AddonOperations {
  private final EksAsk ask;

  AddonOperations(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode create() {
    EksCluster cluster = ask.cluster();
    cluster.requireActive();
    String name = ask.text("addonName");
    if (!EksCatalog.knows(name)) {
      throw EksRefusal.invalid("Addon " + name + " specified is not supported");
    }
    if (cluster.addons.containsKey(name)) {
      throw EksRefusal.inUse("Addon already exists.");
    }
    ObjectNode json = EksModel.JSON.createObjectNode();
    json.put("addonName", name).put("clusterName", cluster.name());
    json.put("addonArn", cluster.arn("addon", name + "/" + UUID.randomUUID()));
    json.put("createdAt", EksModel.now()).put("modifiedAt", EksModel.now());
    json.put("publisher", "eks").put("owner", "aws");
    json.put("addonVersion", EksCatalog.defaultVersion(name, cluster.version()));
    json.set("tags", ask.given().has("tags") ? ask.given().path("tags") : object());
    json.set("health", EksModel.healthy());
    change(cluster, json, name);
    Item item = new Item(json);
    item.begin("CREATING", ask.model().looks(), () -> settle(item, name));
    cluster.addons.put(name, item);
    return EksModel.answer("addon", json);
  }

  JsonNode list() {
    return EksModel.names("addons", ask.cluster().addons.keySet());
  }

  JsonNode describe() {
    item().look();
    return EksModel.answer("addon", item().json());
  }

  JsonNode update() {
    EksCluster cluster = ask.cluster();
    Item item = item();
    if (item.isBusy()) {
      throw EksRefusal.inUse("Addon is " + item.status());
    }
    ObjectNode changed = item.json().deepCopy();
    change(cluster, changed, ask.parameter("addonName"));
    return EksUpdate.begin(
        ask.model(), cluster, "AddonUpdate", item, () -> item.json().setAll(changed));
  }

  JsonNode delete() {
    EksCluster cluster = ask.cluster();
    Item item = item();
    String name = ask.parameter("addonName");
    item.begin(
        "DELETING",
        ask.model().looks(),
        () -> {
          cluster.addons.remove(name);
          disown(cluster, item.json());
        });
    return EksModel.answer("addon", item.json());
  }

  private void settle(Item item, String name) {
    Optional<EksIssue> issue = ask.model().addonIssue(name);
    item.json().put("status", "ACTIVE");
    issue.ifPresent(found -> EksModel.degrade(item, found));
  }

  private void change(EksCluster cluster, ObjectNode json, String name) {
    JsonNode given = ask.given();
    if (given.has("addonVersion")) {
      String version = given.path("addonVersion").asString();
      if (!EksCatalog.versions(name, cluster.version()).contains(version)) {
        throw EksRefusal.invalid("Addon version specified is not supported");
      }
      json.put("addonVersion", version);
    }
    if (given.has("configurationValues")) {
      requireJson(given.path("configurationValues").asString());
      json.set("configurationValues", given.path("configurationValues"));
    }
    if (given.has("serviceAccountRoleArn")) {
      json.set("serviceAccountRoleArn", given.path("serviceAccountRoleArn"));
    }
    if (given.has("podIdentityAssociations")) {
      disown(cluster, json);
      ArrayNode arns = json.putArray("podIdentityAssociations");
      for (JsonNode wanted : given.path("podIdentityAssociations")) {
        ObjectNode made =
            PodIdentityOperations.make(
                cluster,
                name.equals("amazon-cloudwatch-observability")
                    ? "amazon-cloudwatch"
                    : "kube-system",
                wanted.path("serviceAccount").asString(),
                wanted.path("roleArn").asString());
        made.put("ownerArn", json.path("addonArn").asString());
        arns.add(made.path("associationArn").asString());
      }
    }
  }

  /** Removes the pod identities that belong to an add-on. */
  private static void disown(EksCluster cluster, JsonNode addon) {
    cluster
        .podIdentities
        .values()
        .removeIf(made -> made.path("ownerArn").equals(addon.path("addonArn")));
  }

  private static void requireJson(String text) {
    try {
      EksModel.JSON.readTree(text);
    } catch (JacksonException e) {
      throw EksRefusal.invalid("ConfigurationValue provided in request is not valid JSON");
    }
  }

  private Item item() {
    Item item = ask.cluster().addons.get(ask.parameter("addonName"));
    if (item == null) {
      throw EksRefusal.notFound(
          "No addon: %s found in cluster: %s"
              .formatted(ask.parameter("addonName"), ask.cluster().name()));
    }
    return item;
  }

  private static ObjectNode object() {
    return EksModel.JSON.createObjectNode();
  }
}
