package dev.slipway.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Lies before the services, notes each request, and answers some itself. */
public final class ServiceProxy implements AutoCloseable {
  /** Headers that a client sets by itself. */
  private static final Set<String> OWN =
      Set.of("host", "content-length", "connection", "expect", "transfer-encoding", "upgrade");

  private final URI services;
  private final Function<String, Optional<Answer>> answers;
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /** What it answers itself. */
  public record Answer(int status, String body) {}

  /**
   * @param answers by {@code METHOD /path?query target}; empty for what the services answer
   */
  public ServiceProxy(URI services, Function<String, Optional<Answer>> answers) throws IOException {
    this.services = services;
    this.answers = answers;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The requests since the last time this was asked, as {@code METHOD /path?query target}. */
  public List<String> takeRequests() {
    List<String> taken = List.copyOf(requests);
    requests.removeAll(taken);
    return taken;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      String request =
          "%s %s %s"
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  target == null ? "" : target)
              .strip();
      requests.add(request);
      Optional<Answer> own = answers.apply(request);
      if (own.isPresent()) {
        answer(exchange, own.get().status(), own.get().body().getBytes(StandardCharsets.UTF_8));
        return;
      }
      HttpResponse<byte[]> response = carried(exchange, body);
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      answer(exchange, response.statusCode(), response.body());
    }
  }

  private HttpResponse<byte[]> carried(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(services.resolve(exchange.getRequestURI().toString()))
            .version(HttpClient.Version.HTTP_1_1)
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
  }
}
