package dev.slipway.lab.aws.eks;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of the lab's EKS.
 *
 * @param parameters of the path and the query
 * @param given the body
 */
record EksAsk(EksModel model, String region, Map<String, String> parameters, JsonNode given) {
  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The cluster that it is about. */
  EksCluster cluster() {
    return model.cluster(region, parameter("name"));
  }

  /** A field of the body that must be there. */
  String text(String name) {
    String text = given.path(name).asString("");
    if (text.isEmpty()) {
      throw EksRefusal.invalid(name + " can't be blank");
    }
    return text;
  }
}
