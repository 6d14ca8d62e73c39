package dev.slipway.lab.aws.eks;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OIDC identity providers of clusters. */
final class IdentityProviderOperations {
  private final EksAsk ask;

  IdentityProviderOperations(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode associate() {
    EksCluster cluster = ask.cluster();
    cluster.requireActive();
    if (!cluster.identityProviders.isEmpty()) {
      throw EksRefusal.notNow("A cluster can have one identity provider configuration");
    }
    ObjectNode oidc = (ObjectNode) ask.given().path("oidc").deepCopy();
    String name = oidc.path("identityProviderConfigName").asString();
    oidc.put("clusterName", cluster.name());
    oidc.put("identityProviderConfigArn", cluster.arn("identityproviderconfig", "oidc/" + name));
    oidc.set(
        "tags",
        ask.given().has("tags") ? ask.given().path("tags") : EksModel.JSON.createObjectNode());
    Item item = new Item(oidc);
    item.begin("CREATING", ask.model().looks(), () -> oidc.put("status", "ACTIVE"));
    cluster.identityProviders.put(name, item);
    ObjectNode update = EksUpdate.json("AssociateIdentityProviderConfig");
    return EksModel.answer("update", update);
  }

  JsonNode list() {
    ObjectNode answer = EksModel.JSON.createObjectNode();
    ArrayNode all = answer.putArray("identityProviderConfigs");
    ask.cluster()
        .identityProviders
        .keySet()
        .forEach(name -> all.addObject().put("type", "oidc").put("name", name));
    return answer;
  }

  JsonNode describe() {
    item().look();
    ObjectNode config = EksModel.answer("oidc", item().json());
    return EksModel.answer("identityProviderConfig", config);
  }

  JsonNode disassociate() {
    EksCluster cluster = ask.cluster();
    String name = name();
    item().begin("DELETING", ask.model().looks(), () -> cluster.identityProviders.remove(name));
    ObjectNode update = EksUpdate.json("DisassociateIdentityProviderConfig");
    return EksModel.answer("update", update);
  }

  private String name() {
    return ask.given().path("identityProviderConfig").path("name").asString();
  }

  private Item item() {
    Item item = ask.cluster().identityProviders.get(name());
    if (item == null) {
      throw EksRefusal.notFound("Identity provider config is not associated with cluster");
    }
    return item;
  }
}
