package dev.slipway.kubernetes.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Plays an API server that knows a few kinds and answers everything else with one answer. */
final class ReplayServer implements AutoCloseable {
  private static final Path RESOURCES = Path.of("src/test/resources");

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int code = 404;
  private volatile String body = "";
  private volatile Map<String, String> headers = Map.of();
  private volatile boolean classic;

  ReplayServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** What a real server answered once, kept under that name. */
  static String status(String name) {
    return resource("refusals/" + name + ".json");
  }

  /** Answers with a status that a real server gave. */
  ReplayServer replay(String name) {
    String status = status(name);
    return answer(Integer.parseInt(status.replaceAll("(?s).*\"code\": (\\d+).*", "$1")), status);
  }

  ReplayServer answer(int code, String body) {
    this.code = code;
    this.body = body;
    return this;
  }

  ReplayServer header(String name, String value) {
    headers = Map.of(name, value);
    return this;
  }

  /** From now on it doesn't know of aggregated discovery. */
  ReplayServer classic() {
    classic = true;
    return this;
  }

  /** Method and address of each request. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  int port() {
    return server.getAddress().getPort();
  }

  Fabric8Cluster cluster() {
    return Fabric8Cluster.of(kubeconfig("http://127.0.0.1:" + port(), "token: t"));
  }

  static String kubeconfig(String server, String user) {
    return """
    apiVersion: v1
    kind: Config
    current-context: lab
    clusters: [{name: lab, cluster: {server: "%s"}}]
    users: [{name: jane, user: {%s}}]
    contexts: [{name: lab, context: {cluster: lab, user: jane}}]
    """
        .formatted(server, user);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange.getRequestBody().readAllBytes();
    switch (path) {
      case "/version" -> send(exchange, 200, "{\"gitVersion\": \"v1.34.4-gke.7\"}");
      case "/api" ->
          send(
              exchange, 200, classic ? "{\"versions\": [\"v1\"]}" : resource("discovery/api.json"));
      case "/apis" ->
          send(
              exchange,
              200,
              classic
                  ? "{\"groups\": [{\"versions\": [{\"groupVersion\": \"apps/v1\"},"
                      + " {\"groupVersion\": \"broken/v1\"}]}]}"
                  : resource("discovery/apis.json"));
      case "/api/v1" ->
          send(
              exchange,
              200,
              "{\"resources\": [{\"name\": \"pods\", \"kind\": \"Pod\", \"namespaced\": true,"
                  + " \"verbs\": [\"get\"]}, {\"name\": \"pods/log\", \"kind\": \"Pod\"}]}");
      case "/apis/apps/v1" ->
          send(
              exchange,
              200,
              "{\"resources\": [{\"name\": \"deployments\", \"kind\": \"Deployment\","
                  + " \"namespaced\": true}]}");
      default -> {
        headers.forEach(exchange.getResponseHeaders()::set);
        send(exchange, code, body);
      }
    }
  }

  private static void send(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String resource(String name) {
    try {
      return Files.readString(RESOURCES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
