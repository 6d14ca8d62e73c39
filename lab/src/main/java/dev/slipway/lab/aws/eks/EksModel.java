package dev.slipway.lab.aws.eks;

import dev.slipway.lab.aws.RestRoute;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lab's EKS: clusters, node groups, add-ons, access entries, pod identities and identity
 * providers, in memory.
 *
 * <p>What it takes from EKS: the operations, their fields and refusals; that something that is
 * made, changed or deleted is so only after a number of looks; that one update of a cluster goes on
 * at a time, is of one kind, and moves its version by one minor version; that a cluster with node
 * groups isn't deleted; that subnets and roles must be there, as moto knows them; that each cluster
 * has an OIDC issuer of its own and a security group, and each node group an Auto Scaling group;
 * both are moto's.
 *
 * <p>What it leaves out: that a request is the same by its token; pages of lists; Fargate, EKS Auto
 * Mode, Outposts, insights and capabilities; instances and network interfaces; every limit.
 */
public final class EksModel {
  static final String ACCOUNT = "123456789012";
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final MotoAccount account;
  private final Map<String, EksCluster> clusters = new TreeMap<>();
  private final Map<String, EksIssue> nodeGroupIssues = new TreeMap<>();
  private final Map<String, EksIssue> addonIssues = new TreeMap<>();
  private final List<Consumer<EksNodes>> nodes = new ArrayList<>();
  private final Map<String, ApiServer> apiServers = new TreeMap<>();
  private Optional<EksIssue> updateFailure = Optional.empty();
  private int looks = 1;

  /**
   * The API server of clusters that are made.
   *
   * @param authority the PEM of its certificate authority
   */
  public record ApiServer(URI endpoint, String authority) {}

  /**
   * @param moto where the rest of the account is
   */
  public EksModel(URI moto) {
    this.account = new MotoAccount(moto);
  }

  /** Sets how many looks find a passing state, such as {@code CREATING}; 1 at first. */
  public synchronized void looks(int count) {
    looks = count;
  }

  /** Lets clusters of a name that become active from now on have this API server. */
  public synchronized void apiServer(String cluster, ApiServer server) {
    apiServers.put(cluster, server);
  }

  /** Lets node groups of a name fail when they are made, or be degraded if they are there. */
  public synchronized void failNodeGroup(String name, EksIssue issue) {
    nodeGroupIssues.put(name, issue);
    each(cluster -> cluster.nodeGroups.get(name)).forEach(item -> degrade(item, issue));
  }

  /** Lets add-ons of a name be degraded. */
  public synchronized void degradeAddon(String name, EksIssue issue) {
    addonIssues.put(name, issue);
    each(cluster -> cluster.addons.get(name)).forEach(item -> degrade(item, issue));
  }

  /** Lets the next update of anything fail; it then stays as it was. */
  public synchronized void failNextUpdate(EksIssue issue) {
    updateFailure = Optional.of(issue);
  }

  Optional<EksIssue> takeUpdateFailure() {
    Optional<EksIssue> failure = updateFailure;
    updateFailure = Optional.empty();
    return failure;
  }

  /** Ends the trouble of node groups and add-ons of a name. */
  public synchronized void mend(String name) {
    nodeGroupIssues.remove(name);
    addonIssues.remove(name);
    each(cluster -> cluster.nodeGroups.get(name)).forEach(EksModel::mend);
    each(cluster -> cluster.addons.get(name)).forEach(EksModel::mend);
  }

  /** Is told when the nodes of a node group come, change in number, or go. */
  public synchronized void onNodes(Consumer<EksNodes> listener) {
    nodes.add(listener);
  }

  /** Who a principal is within a cluster; empty if no access entry lets it in. */
  public synchronized Optional<EksIdentity> identity(String cluster, String principal) {
    return clusters.values().stream()
        .filter(found -> found.name().equals(cluster))
        .filter(found -> found.accessEntries.containsKey(principal))
        .findFirst()
        .map(found -> EksIdentity.of(found, principal));
  }

  /**
   * Answers a request.
   *
   * @throws EksRefusal as EKS would
   */
  public synchronized JsonNode answer(String region, String method, String path, String body) {
    RestRoute route =
        RestRoute.find(EksRoutes.ALL, method, path)
            .orElseThrow(
                () -> EksRefusal.notNow("the lab's EKS doesn't know " + method + " " + path));
    JsonNode given = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
    return new EksOperations(this, region, route.parameters(path), given).answer(route.operation());
  }

  /** Whose an access key is, as the ARN of a role or a user; empty if nobody's. */
  public Optional<String> principal(String accessKey, String region) {
    return account
        .caller(accessKey, region)
        .map(
            arn ->
                arn.replaceFirst(
                    "^arn:aws:sts::([0-9]+):assumed-role/([^/]+)/.*", "arn:aws:iam::$1:role/$2"));
  }

  MotoAccount account() {
    return account;
  }

  int looks() {
    return looks;
  }

  Optional<ApiServer> apiServer(String cluster) {
    return Optional.ofNullable(apiServers.get(cluster));
  }

  Map<String, EksCluster> clusters() {
    return clusters;
  }

  Optional<EksIssue> nodeGroupIssue(String name) {
    return Optional.ofNullable(nodeGroupIssues.get(name));
  }

  Optional<EksIssue> addonIssue(String name) {
    return Optional.ofNullable(addonIssues.get(name));
  }

  void tell(EksNodes changed) {
    nodes.forEach(listener -> listener.accept(changed));
  }

  EksCluster cluster(String region, String name) {
    EksCluster cluster = clusters.get(region + "/" + name);
    if (cluster == null) {
      throw EksRefusal.notFound("No cluster found for name: " + name + ".");
    }
    return cluster;
  }

  private List<Item> each(Function<EksCluster, Item> part) {
    return clusters.values().stream().map(part).filter(Objects::nonNull).toList();
  }

  static void degrade(Item item, EksIssue issue) {
    if (!item.isBusy()) {
      item.json().put("status", "DEGRADED");
      item.json().set("health", issue.health());
    }
  }

  private static void mend(Item item) {
    if (item.status().equals("DEGRADED")) {
      item.json().put("status", "ACTIVE");
      item.json().set("health", healthy());
    }
  }

  static ObjectNode healthy() {
    ObjectNode health = JSON.createObjectNode();
    health.putArray("issues");
    return health;
  }

  static double now() {
    return Instant.now().toEpochMilli() / 1000.0;
  }

  static ObjectNode answer(String name, JsonNode value) {
    ObjectNode answer = JSON.createObjectNode();
    answer.set(name, value);
    return answer;
  }

  static ObjectNode names(String name, Iterable<String> values) {
    ObjectNode answer = JSON.createObjectNode();
    values.forEach(answer.putArray(name)::add);
    return answer;
  }
}
