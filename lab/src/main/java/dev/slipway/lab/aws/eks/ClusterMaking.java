package dev.slipway.lab.aws.eks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes clusters. */
final class ClusterMaking {
  private static final List<String> LOGS =
      List.of("api", "audit", "authenticator", "controllerManager", "scheduler");

  private final EksAsk ask;

  ClusterMaking(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode create() {
    String name = ask.text("name");
    if (ask.model().clusters().containsKey(ask.region() + "/" + name)) {
      throw EksRefusal.inUse("Cluster already exists with name: " + name);
    }
    requireRole(ask, "roleArn");
    String version = ask.given().path("version").asString(EksCatalog.DEFAULT_VERSION);
    if (!EksCatalog.VERSIONS.contains(version)) {
      throw EksRefusal.invalid("unsupported Kubernetes version " + version);
    }
    List<MotoAccount.Subnet> subnets = subnets(ask, ask.given().path("resourcesVpcConfig"));
    if (subnets.stream().map(MotoAccount.Subnet::zone).distinct().count() < 2) {
      throw EksRefusal.invalid("Subnets specified must be in at least two different AZs");
    }
    ObjectNode json = EksModel.JSON.createObjectNode();
    json.put("name", name).put("version", version);
    json.put("arn", "arn:aws:eks:%s:%s:cluster/%s".formatted(ask.region(), EksModel.ACCOUNT, name));
    json.put("roleArn", ask.text("roleArn")).put("createdAt", EksModel.now());
    json.put("platformVersion", "eks.1");
    json.set("resourcesVpcConfig", network(subnets, name));
    json.set("logging", logging(ask.given().path("logging")));
    json.set("accessConfig", access());
    json.set("upgradePolicy", given("upgradePolicy", "{\"supportType\":\"EXTENDED\"}"));
    json.set("encryptionConfig", given("encryptionConfig", "[]"));
    json.set("tags", given("tags", "{}"));
    json.set(
        "kubernetesNetworkConfig",
        given(
            "kubernetesNetworkConfig",
            "{\"serviceIpv4Cidr\":\"172.20.0.0/16\",\"ipFamily\":\"ipv4\"}"));
    json.set("health", EksModel.healthy());
    EksCluster cluster = new EksCluster(ask.region(), new Item(json));
    cluster.item.begin("CREATING", ask.model().looks(), () -> finish(cluster));
    ask.model().clusters().put(ask.region() + "/" + name, cluster);
    return EksModel.answer("cluster", json);
  }

  /** What EKS knows of a cluster only when it runs. */
  private void finish(EksCluster cluster) {
    ObjectNode json = cluster.item.json();
    String unique = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    EksModel.ApiServer server =
        ask.model()
            .apiServer(cluster.name())
            .orElse(
                new EksModel.ApiServer(
                    URI.create(
                        "https://%s.gr7.%s.eks.amazonaws.com".formatted(unique, ask.region())),
                    "no authority"));
    json.put("endpoint", server.endpoint().toString());
    json.putObject("certificateAuthority")
        .put(
            "data",
            Base64.getEncoder()
                .encodeToString(server.authority().getBytes(StandardCharsets.UTF_8)));
    json.putObject("identity")
        .putObject("oidc")
        .put("issuer", "https://oidc.eks.%s.amazonaws.com/id/%s".formatted(ask.region(), unique));
    json.put("status", "ACTIVE");
    JsonNode access = json.path("accessConfig");
    if (access.path("bootstrapClusterCreatorAdminPermissions").asBoolean(false)
        && !access.path("authenticationMode").asString().equals("CONFIG_MAP")) {
      ask.model()
          .account()
          .caller("AKIDLAB", ask.region())
          .ifPresent(creator -> AccessOperations.admit(cluster, creator));
    }
  }

  private ObjectNode network(List<MotoAccount.Subnet> subnets, String name) {
    JsonNode given = ask.given().path("resourcesVpcConfig");
    ObjectNode network = EksModel.JSON.createObjectNode();
    ArrayNode ids = network.putArray("subnetIds");
    subnets.forEach(subnet -> ids.add(subnet.id()));
    network.set(
        "securityGroupIds",
        given.has("securityGroupIds")
            ? given.path("securityGroupIds")
            : EksModel.JSON.createArrayNode());
    String vpc = subnets.getFirst().vpc();
    network.put("vpcId", vpc);
    network.put(
        "clusterSecurityGroupId",
        ask.model()
            .account()
            .makeSecurityGroup(
                ask.region(), vpc, name, UUID.randomUUID().toString().substring(0, 8)));
    network.put("endpointPublicAccess", given.path("endpointPublicAccess").asBoolean(true));
    network.put("endpointPrivateAccess", given.path("endpointPrivateAccess").asBoolean(false));
    network.set("publicAccessCidrs", cidrs(given));
    return network;
  }

  static JsonNode cidrs(JsonNode given) {
    return given.path("publicAccessCidrs").isEmpty()
        ? EksModel.JSON.createArrayNode().add("0.0.0.0/0")
        : given.path("publicAccessCidrs");
  }

  private JsonNode access() {
    ObjectNode access = EksModel.JSON.createObjectNode();
    JsonNode given = ask.given().path("accessConfig");
    access.put("authenticationMode", given.path("authenticationMode").asString("CONFIG_MAP"));
    access.put(
        "bootstrapClusterCreatorAdminPermissions",
        given.path("bootstrapClusterCreatorAdminPermissions").asBoolean(true));
    return access;
  }

  private JsonNode given(String name, String otherwise) {
    return ask.given().has(name) ? ask.given().path(name) : EksModel.JSON.readTree(otherwise);
  }

  /** Every type of log, enabled or not. */
  static ObjectNode logging(JsonNode given) {
    Set<String> enabled =
        given
            .path("clusterLogging")
            .valueStream()
            .filter(setup -> setup.path("enabled").asBoolean(false))
            .flatMap(setup -> setup.path("types").valueStream())
            .map(JsonNode::asString)
            .collect(Collectors.toCollection(TreeSet::new));
    ObjectNode logging = EksModel.JSON.createObjectNode();
    ArrayNode setups = logging.putArray("clusterLogging");
    for (boolean on : List.of(true, false)) {
      List<String> types = LOGS.stream().filter(type -> enabled.contains(type) == on).toList();
      if (!types.isEmpty()) {
        ObjectNode setup = setups.addObject();
        types.forEach(setup.putArray("types")::add);
        setup.put("enabled", on);
      }
    }
    return logging;
  }

  /** The subnets that are named, as moto knows them. */
  static List<MotoAccount.Subnet> subnets(EksAsk ask, JsonNode given) {
    JsonNode ids = given.has("subnetIds") ? given.path("subnetIds") : given.path("subnets");
    if (ids.isEmpty()) {
      throw EksRefusal.invalid("subnets can't be empty");
    }
    return ids.valueStream()
        .map(JsonNode::asString)
        .map(
            id ->
                ask.model()
                    .account()
                    .subnet(ask.region(), id)
                    .orElseThrow(
                        () -> EksRefusal.invalid("The subnet ID '" + id + "' does not exist")))
        .toList();
  }

  /** A role that was made a moment ago may be unknown to EKS; this one knows it as soon as IAM. */
  static void requireRole(EksAsk ask, String field) {
    String arn = ask.text(field);
    if (!arn.matches("arn:aws:iam::[0-9]{12}:role/.+") || !ask.model().account().hasRole(arn)) {
      throw EksRefusal.invalid(
          "Role with arn: %s, could not be assumed because it does not exist or the trusted entity is not correct"
              .formatted(arn));
    }
  }
}
