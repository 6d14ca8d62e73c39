package dev.slipway.cli.training;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that speaks HTTPS as a Kubernetes API server does, for {@link Training} alone: it keeps
 * what is applied to it, lists it, and lets it go. It knows nothing of what an API server is for:
 * no validation, defaults, controllers or access rules. A program of its own, so that what it needs
 * itself doesn't get into the cache.
 */
public final class TrainingCluster implements AutoCloseable {
  private static final Map<String, String> CORE =
      Map.of(
          "ConfigMap", "configmaps",
          "PersistentVolumeClaim", "persistentvolumeclaims",
          "Secret", "secrets",
          "Service", "services",
          "ServiceAccount", "serviceaccounts");

  private static final Map<String, Map<String, String>> GROUPS =
      Map.of(
          "apps", Map.of("Deployment", "deployments"),
          "policy", Map.of("PodDisruptionBudget", "poddisruptionbudgets"),
          "rbac.authorization.k8s.io", Map.of("Role", "roles", "RoleBinding", "rolebindings"));

  /** Of whatever is looked at: it is bound, and its one pod runs. */
  private static final JsonObject STATUS =
      new JsonObject()
          .put("phase", "Bound")
          .put("observedGeneration", 1)
          .put("replicas", 1)
          .put("updatedReplicas", 1)
          .put("readyReplicas", 1)
          .put("availableReplicas", 1);

  private final SortedMap<String, JsonObject> objects = new TreeMap<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private int revision;

  /**
   * Prints the port on which it listens, and ends with its standard input.
   *
   * @param args folder of the certificate
   */
  public static void main(String[] args) throws IOException {
    try (TrainingCluster cluster =
        new TrainingCluster(TrainingCertificate.read(Path.of(args[0])))) {
      System.out.println(cluster.server.actualPort());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Listens on a free loopback port when it returns. */
  private TrainingCluster(TrainingCertificate certificate) throws IOException {
    PfxOptions options =
        new PfxOptions()
            .setPath(certificate.file().toString())
            .setPassword(TrainingCertificate.PASSWORD);
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setPort(0)
                    .setSsl(true)
                    .setUseAlpn(true)
                    .setClientAuth(ClientAuth.REQUEST)
                    .setTrustOptions(
                        new PemTrustOptions().addCertValue(Buffer.buffer(certificate.pem())))
                    .setKeyCertOptions(options))
            .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
            .listen()
            .await();
  }

  private synchronized void answer(HttpServerRequest request, Buffer body) {
    JsonObject answer =
        switch (request.method().name()) {
          case "PATCH" -> applied(request.path(), body.toJsonObject(), request.getParam("dryRun"));
          case "POST" -> created(request.path(), body.toJsonObject());
          case "DELETE" -> removed(request.path());
          default -> found(request.path());
        };
    request
        .response()
        .setStatusCode(answer.getInteger("code", 200))
        .putHeader("Content-Type", "application/json")
        .end(answer.toBuffer());
  }

  private JsonObject applied(String path, JsonObject object, String dryRun) {
    object
        .getJsonObject("metadata")
        .put("uid", "training-" + path.hashCode())
        .put("resourceVersion", String.valueOf(++revision));
    if (dryRun == null) {
      objects.put(path, object);
    }
    return object;
  }

  private JsonObject created(String path, JsonObject object) {
    return applied(path + "/" + object.getJsonObject("metadata").getString("name"), object, null);
  }

  private JsonObject removed(String path) {
    return objects.remove(path) == null ? missing() : new JsonObject().put("kind", "Status");
  }

  private JsonObject found(String path) {
    return switch (path) {
      case "/version" -> new JsonObject().put("gitVersion", "v1.34.0");
      case "/api" -> groups(List.of(group("", CORE)));
      case "/apis" ->
          groups(
              GROUPS.entrySet().stream()
                  .map(group -> group(group.getKey(), group.getValue()))
                  .toList());
      default -> {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (CORE.containsValue(last)
            || GROUPS.values().stream().anyMatch(kinds -> kinds.containsValue(last))) {
          yield list("/" + last);
        }
        JsonObject object = objects.get(path);
        // What has just been made isn't ready yet, but is when somebody looks: there is a wait.
        yield object == null ? missing() : object.put("status", STATUS);
      }
    };
  }

  private JsonObject list(String plural) {
    JsonArray items = new JsonArray();
    objects.forEach(
        (path, object) -> {
          if (path.contains(plural + "/")) {
            items.add(object);
          }
        });
    return new JsonObject().put("metadata", new JsonObject()).put("items", items);
  }

  private static JsonObject group(String name, Map<String, String> kinds) {
    List<JsonObject> resources =
        kinds.entrySet().stream()
            .map(
                kind ->
                    new JsonObject()
                        .put("resource", kind.getValue())
                        .put("responseKind", new JsonObject().put("kind", kind.getKey()))
                        .put("scope", "Namespaced")
                        .put("verbs", new JsonArray().add("get").add("list").add("patch")))
            .toList();
    JsonObject version =
        new JsonObject().put("version", "v1").put("resources", new JsonArray(resources));
    return new JsonObject()
        .put("metadata", name.isEmpty() ? new JsonObject() : new JsonObject().put("name", name))
        .put("versions", new JsonArray().add(version));
  }

  private static JsonObject groups(List<JsonObject> groups) {
    return new JsonObject()
        .put("kind", "APIGroupDiscoveryList")
        .put("items", new JsonArray(groups));
  }

  private static JsonObject missing() {
    return new JsonObject().put("kind", "Status").put("code", 404).put("reason", "NotFound");
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
