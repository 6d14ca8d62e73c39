package dev.slipway.lab.aws.eks;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An update that EKS makes of something.
 *
 * @param item what it is made of
 */
record EksUpdate(Item item, ObjectNode json) {
  /**
   * Begins one.
   *
   * @return EKS's answer
   */
  static JsonNode begin(
      EksModel model, EksCluster cluster, String type, Item item, Runnable change) {
    ObjectNode json = json(type);
    Optional<EksIssue> failure = model.takeUpdateFailure();
    cluster.updates.put(json.path("id").asString(), new EksUpdate(item, json));
    item.begin(
        "UPDATING",
        model.looks(),
        () -> {
          item.json().put("status", "ACTIVE");
          json.put("status", failure.isEmpty() ? "Successful" : "Failed");
          failure.ifPresentOrElse(
              issue ->
                  json.putArray("errors")
                      .addObject()
                      .put("errorCode", issue.code())
                      .put("errorMessage", issue.message()),
              change);
        });
    return EksModel.answer("update", json);
  }

  /** An update that has just begun. */
  static ObjectNode json(String type) {
    ObjectNode json = EksModel.JSON.createObjectNode();
    json.put("id", UUID.randomUUID().toString()).put("type", type).put("status", "InProgress");
    json.put("createdAt", EksModel.now());
    json.putArray("params");
    json.putArray("errors");
    return json;
  }
}
