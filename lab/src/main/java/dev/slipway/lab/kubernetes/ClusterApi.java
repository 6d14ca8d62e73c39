package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The few requests that the lab itself makes to an API server, as plain JSON. It shares no code
 * with what the lab is there to test.
 */
public final class ClusterApi {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI server;
  private final HttpClient client;

  ClusterApi(URI server, SSLContext tls) {
    this.server = server;
    this.client = HttpClient.newBuilder().sslContext(tls).connectTimeout(TIMEOUT).build();
  }

  /** The object or list at a path such as {@code /api/v1/namespaces/default}; empty if none. */
  public Optional<JsonNode> find(String path) {
    HttpResponse<String> response = send("GET", path, "", "");
    return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(response));
  }

  /**
   * The object or list at a path.
   *
   * @throws LabException if there is none
   */
  public JsonNode get(String path) {
    return body(send("GET", path, "", ""));
  }

  /** Creates an object of a collection. */
  public JsonNode create(String collection, String yaml) {
    return body(send("POST", collection, "application/yaml", yaml));
  }

  /** Creates or changes the object at a path, by server-side apply as the field manager lab. */
  public JsonNode apply(String path, String yaml) {
    return body(
        send("PATCH", path + "?fieldManager=lab&force=true", "application/apply-patch+yaml", yaml));
  }

  /** Changes the object at a path by a JSON merge patch. */
  public JsonNode merge(String path, String json) {
    return body(send("PATCH", path, "application/merge-patch+json", json));
  }

  /** Deletes what is at a path; nothing there is fine. */
  public void delete(String path) {
    HttpResponse<String> response = send("DELETE", path, "", "");
    if (response.statusCode() != 404) {
      body(response);
    }
  }

  /** Whether a path answers with success at this moment. */
  boolean answers(String path) {
    try {
      return exchange("GET", path, "", "").statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private HttpResponse<String> send(String verb, String path, String type, String text) {
    try {
      return exchange(verb, path, type, text);
    } catch (IOException e) {
      throw new LabException(verb + " " + path + " got no answer", e);
    }
  }

  private HttpResponse<String> exchange(String verb, String path, String type, String text)
      throws IOException {
    BodyPublisher body = type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .method(verb, body);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException(verb + " " + path + " was interrupted", e);
    }
  }

  private static JsonNode body(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new LabException(
          response.request().method()
              + " "
              + response.request().uri().getPath()
              + " was answered with "
              + response.statusCode()
              + ": "
              + response.body());
    }
    return JSON.readTree(response.body());
  }
}
