package dev.slipway.lab.aws.eks;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes clusters, by one update at a time. */
final class ClusterUpdates {
  private final EksAsk ask;

  ClusterUpdates(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode config() {
    EksCluster cluster = ask.cluster();
    List<String> kinds =
        List.of("resourcesVpcConfig", "logging", "accessConfig", "upgradePolicy").stream()
            .filter(kind -> ask.given().has(kind))
            .toList();
    if (kinds.size() != 1) {
      throw EksRefusal.invalid("Only one type of update can be allowed.");
    }
    String kind = kinds.getFirst();
    JsonNode given = ask.given().path(kind);
    ObjectNode json = cluster.item.json();
    return switch (kind) {
      case "logging" -> {
        ObjectNode logging = ClusterMaking.logging(given);
        requireOther(json.path("logging"), logging, "logging config");
        yield begin(cluster, "LoggingUpdate", () -> json.set("logging", logging));
      }
      case "resourcesVpcConfig" -> {
        ObjectNode network = network(json.path("resourcesVpcConfig"), given);
        requireOther(json.path("resourcesVpcConfig"), network, "VPC config");
        yield begin(
            cluster,
            given.has("subnetIds") || given.has("securityGroupIds")
                ? "VpcConfigUpdate"
                : "EndpointAccessUpdate",
            () -> json.set("resourcesVpcConfig", network));
      }
      case "accessConfig" ->
          begin(
              cluster,
              "AccessConfigUpdate",
              () ->
                  ((ObjectNode) json.path("accessConfig"))
                      .put("authenticationMode", given.path("authenticationMode").asString()));
      default -> begin(cluster, "UpgradePolicyUpdate", () -> json.set("upgradePolicy", given));
    };
  }

  JsonNode version() {
    EksCluster cluster = ask.cluster();
    String to = ask.text("version");
    if (!EksCatalog.VERSIONS.contains(to)
        || EksCatalog.VERSIONS.indexOf(cluster.version()) - EksCatalog.VERSIONS.indexOf(to) != 1) {
      throw EksRefusal.invalid(
          "Unsupported Kubernetes minor version update from " + cluster.version() + " to " + to);
    }
    return begin(cluster, "VersionUpdate", () -> cluster.item.json().put("version", to));
  }

  JsonNode list() {
    return EksModel.names("updateIds", ask.cluster().updates.keySet());
  }

  JsonNode describe() {
    EksCluster cluster = ask.cluster();
    EksUpdate update = cluster.updates.get(ask.parameter("updateId"));
    if (update == null) {
      throw EksRefusal.notFound("No update found for ID: " + ask.parameter("updateId"));
    }
    update.item().look();
    return EksModel.answer("update", update.json());
  }

  private JsonNode begin(EksCluster cluster, String type, Runnable change) {
    if (!cluster.item.status().equals("ACTIVE")) {
      throw EksRefusal.inUse(
          "Cannot %s because cluster %s currently has an update in progress (%s)"
              .formatted(type, cluster.name(), cluster.item.status()));
    }
    return EksUpdate.begin(ask.model(), cluster, type, cluster.item, change);
  }

  private static void requireOther(JsonNode before, JsonNode after, String what) {
    if (before.equals(after)) {
      throw EksRefusal.invalid("No changes needed for the " + what + " provided");
    }
  }

  private static ObjectNode network(JsonNode before, JsonNode given) {
    ObjectNode network = (ObjectNode) before.deepCopy();
    for (String field :
        List.of(
            "endpointPublicAccess",
            "endpointPrivateAccess",
            "publicAccessCidrs",
            "subnetIds",
            "securityGroupIds")) {
      if (given.has(field)) {
        network.set(field, given.path(field));
      }
    }
    return network;
  }
}
