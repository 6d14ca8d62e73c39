package dev.slipway.lab.aws.eks;

import java.util.LinkedHashMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Access entries, and the access policies that are associated with them. */
final class AccessOperations {
  private static final String POLICIES = "arn:aws:eks::aws:cluster-access-policy/";

  private final EksAsk ask;

  AccessOperations(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode create() {
    EksCluster cluster = ask.cluster();
    cluster.requireActive();
    if (cluster
        .item
        .json()
        .path("accessConfig")
        .path("authenticationMode")
        .asString()
        .equals("CONFIG_MAP")) {
      throw EksRefusal.notNow(
          "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to"
              + " perform this operation.");
    }
    String principal = ask.text("principalArn");
    if (!principal.matches("arn:aws:iam::[0-9]{12}:(role|user)/.+")) {
      throw EksRefusal.invalid("The specified principalArn is invalid: invalid principal.");
    }
    if (cluster.accessEntries.containsKey(principal)) {
      throw EksRefusal.inUse(
          "The specified access entry resource is already in use on this cluster.");
    }
    for (JsonNode group : ask.given().path("kubernetesGroups")) {
      if (group.asString().startsWith("system:")) {
        throw EksRefusal.invalid(
            "The kubernetes group name %s is invalid, it cannot start with system:"
                .formatted(group.asString()));
      }
    }
    ObjectNode entry = entry(cluster, principal);
    for (String field : new String[] {"type", "username", "kubernetesGroups", "tags"}) {
      if (ask.given().has(field)) {
        entry.set(field, ask.given().path(field));
      }
    }
    return EksModel.answer("accessEntry", entry);
  }

  /** Lets a cluster's creator in as its administrator. */
  static void admit(EksCluster cluster, String principal) {
    entry(cluster, principal);
    policy(cluster, principal, POLICIES + "AmazonEKSClusterAdminPolicy")
        .putObject("accessScope")
        .put("type", "cluster")
        .putArray("namespaces");
  }

  private static ObjectNode entry(EksCluster cluster, String principal) {
    ObjectNode entry = EksModel.JSON.createObjectNode();
    entry.put("clusterName", cluster.name()).put("principalArn", principal);
    entry.put(
        "accessEntryArn",
        cluster.arn(
            "access-entry",
            principal.replaceFirst("arn:aws:iam::([0-9]+):(role|user)/", "$2/$1/")
                + "/"
                + UUID.randomUUID()));
    entry.put("type", "STANDARD").put("username", principal);
    entry.put("createdAt", EksModel.now()).put("modifiedAt", EksModel.now());
    entry.putArray("kubernetesGroups");
    entry.putObject("tags");
    cluster.accessEntries.put(principal, entry);
    cluster.accessPolicies.put(principal, new LinkedHashMap<>());
    return entry;
  }

  JsonNode list() {
    return EksModel.names("accessEntries", ask.cluster().accessEntries.keySet());
  }

  JsonNode describe() {
    return EksModel.answer("accessEntry", entry());
  }

  JsonNode update() {
    ObjectNode entry = entry();
    for (String field : new String[] {"username", "kubernetesGroups"}) {
      if (ask.given().has(field)) {
        entry.set(field, ask.given().path(field));
      }
    }
    return EksModel.answer("accessEntry", entry);
  }

  JsonNode delete() {
    entry();
    ask.cluster().accessEntries.remove(ask.parameter("principalArn"));
    ask.cluster().accessPolicies.remove(ask.parameter("principalArn"));
    return EksModel.JSON.createObjectNode();
  }

  JsonNode associate() {
    entry();
    String arn = ask.text("policyArn");
    if (!arn.startsWith(POLICIES)) {
      throw EksRefusal.invalid("The policyArn parameter format is not valid");
    }
    ObjectNode policy = policy(ask.cluster(), ask.parameter("principalArn"), arn);
    policy.set("accessScope", ask.given().path("accessScope"));
    ObjectNode answer = EksModel.answer("associatedAccessPolicy", policy);
    answer.put("clusterName", ask.cluster().name());
    return answer.put("principalArn", ask.parameter("principalArn"));
  }

  private static ObjectNode policy(EksCluster cluster, String principal, String arn) {
    ObjectNode policy = EksModel.JSON.createObjectNode().put("policyArn", arn);
    policy.put("associatedAt", EksModel.now()).put("modifiedAt", EksModel.now());
    cluster.accessPolicies.get(principal).put(arn, policy);
    return policy;
  }

  JsonNode policies() {
    entry();
    ObjectNode answer = EksModel.JSON.createObjectNode();
    ArrayNode all = answer.putArray("associatedAccessPolicies");
    ask.cluster().accessPolicies.get(ask.parameter("principalArn")).values().forEach(all::add);
    return answer;
  }

  JsonNode disassociate() {
    entry();
    ask.cluster()
        .accessPolicies
        .get(ask.parameter("principalArn"))
        .remove(ask.parameter("policyArn"));
    return EksModel.JSON.createObjectNode();
  }

  private ObjectNode entry() {
    ObjectNode entry = ask.cluster().accessEntries.get(ask.parameter("principalArn"));
    if (entry == null) {
      throw EksRefusal.notFound(
          "The specified principalArn could not be found. You can view your available access"
              + " entries with 'list-access-entries'.");
    }
    return entry;
  }
}
