package dev.slipway.lab.aws.eks;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pod identity associations. */
final class PodIdentityOperations {
  private final EksAsk ask;

  PodIdentityOperations(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode create() {
    EksCluster cluster = ask.cluster();
    cluster.requireActive();
    ClusterMaking.requireRole(ask, "roleArn");
    ObjectNode made =
        make(cluster, ask.text("namespace"), ask.text("serviceAccount"), ask.text("roleArn"));
    if (ask.given().has("tags")) {
      made.set("tags", ask.given().path("tags"));
    }
    return EksModel.answer("association", made);
  }

  static ObjectNode make(EksCluster cluster, String namespace, String account, String role) {
    boolean taken =
        cluster.podIdentities.values().stream()
            .anyMatch(
                other ->
                    other.path("namespace").asString().equals(namespace)
                        && other.path("serviceAccount").asString().equals(account));
    if (taken) {
      throw EksRefusal.inUse(
          "Association already exists: namespace %s, service account %s"
              .formatted(namespace, account));
    }
    String id = "a-" + UUID.randomUUID().toString().replace("-", "").substring(0, 17);
    ObjectNode made = EksModel.JSON.createObjectNode();
    made.put("clusterName", cluster.name()).put("namespace", namespace);
    made.put("serviceAccount", account).put("roleArn", role).put("associationId", id);
    made.put("associationArn", cluster.arn("podidentityassociation", id));
    made.put("createdAt", EksModel.now()).put("modifiedAt", EksModel.now());
    made.putObject("tags");
    cluster.podIdentities.put(id, made);
    return made;
  }

  JsonNode list() {
    ObjectNode answer = EksModel.JSON.createObjectNode();
    ArrayNode found = answer.putArray("associations");
    ask.cluster().podIdentities.values().stream()
        .filter(made -> fits(made, "namespace") && fits(made, "serviceAccount"))
        .forEach(
            made -> {
              ObjectNode summary = made.deepCopy();
              summary.remove("roleArn");
              summary.remove("tags");
              found.add(summary);
            });
    return answer;
  }

  private boolean fits(JsonNode made, String field) {
    String wanted = ask.parameter(field);
    return wanted.isEmpty() || made.path(field).asString().equals(wanted);
  }

  JsonNode describe() {
    return EksModel.answer("association", association());
  }

  JsonNode update() {
    ObjectNode made = association();
    if (ask.given().has("roleArn")) {
      ClusterMaking.requireRole(ask, "roleArn");
      made.set("roleArn", ask.given().path("roleArn"));
    }
    return EksModel.answer("association", made);
  }

  JsonNode delete() {
    ObjectNode made = association();
    ask.cluster().podIdentities.remove(ask.parameter("associationId"));
    return EksModel.answer("association", made);
  }

  private ObjectNode association() {
    ObjectNode made = ask.cluster().podIdentities.get(ask.parameter("associationId"));
    if (made == null) {
      throw EksRefusal.notFound("Association does not exist: " + ask.parameter("associationId"));
    }
    return made;
  }
}
