package dev.slipway.kubernetes.chart.lock;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks registries for the digests of images (OCI Distribution Specification 1.1), anonymously. */
final class ImageRegistry implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern CHALLENGE = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An index of several platforms' manifests is asked for first. */
  private static final String ACCEPT =
      "application/vnd.oci.image.index.v1+json,"
          + "application/vnd.docker.distribution.manifest.list.v2+json,"
          + "application/vnd.oci.image.manifest.v1+json,"
          + "application/vnd.docker.distribution.manifest.v2+json";

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();

  /** {@code sha256:…}; empty if the registry doesn't answer, or doesn't know or show the image. */
  Optional<String> digest(ImageName image) {
    if (silent.contains(image.registry())) {
      return Optional.empty();
    }
    try {
      HttpResponse<String> answer = head(image, Optional.empty());
      if (answer.statusCode() == 401) {
        Optional<String> token =
            answer.headers().firstValue("WWW-Authenticate").flatMap(this::token);
        answer = token.isPresent() ? head(image, token) : answer;
      }
      return answer.statusCode() == 200
          ? answer
              .headers()
              .firstValue("Docker-Content-Digest")
              .filter(digest -> digest.matches("sha256:[0-9a-f]{64}"))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException _) {
      silent.add(image.registry());
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private HttpResponse<String> head(ImageName image, Optional<String> token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(image.address()))
            .timeout(PATIENCE)
            .header("Accept", ACCEPT)
            .HEAD();
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private Optional<String> token(String challenge) {
    Map<String, String> parts = new HashMap<>();
    Matcher matcher = CHALLENGE.matcher(challenge);
    while (matcher.find()) {
      parts.put(matcher.group(1), matcher.group(2));
    }
    if (!challenge.startsWith("Bearer ") || !parts.containsKey("realm")) {
      return Optional.empty();
    }
    String query =
        "?service=" + encoded(parts.get("service")) + "&scope=" + encoded(parts.get("scope"));
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(parts.get("realm") + query))
                  .timeout(PATIENCE)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode tree = JSON.readTree(answer.body());
      String token = tree.path("token").asString(tree.path("access_token").asString(""));
      return Optional.of(token).filter(text -> !text.isEmpty());
    } catch (IOException | JacksonException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
