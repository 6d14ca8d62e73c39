package dev.slipway.lab.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a service that speaks REST has an operation.
 *
 * @param segments of the path; one in braces is a parameter
 */
public record RestRoute(String method, List<String> segments, String operation) {
  public RestRoute {
    segments = List.copyOf(segments);
  }

  /** Routes, one a line: method, path, operation. */
  public static List<RestRoute> parse(String lines) {
    return lines
        .lines()
        .map(line -> line.strip().split(" +"))
        .map(words -> new RestRoute(words[0], segments(words[1]), words[2]))
        .toList();
  }

  /** The route of a request, if there is one. */
  public static Optional<RestRoute> find(List<RestRoute> routes, String method, String path) {
    List<String> segments = segments(path);
    return routes.stream().filter(route -> route.fits(method, segments)).findFirst();
  }

  /**
   * The parameters of a path that fits, and those of its query.
   *
   * @param path with its query
   */
  public Map<String, String> parameters(String path) {
    Map<String, String> found = new HashMap<>();
    List<String> parts = segments(path);
    for (int i = 0; i < segments.size(); i++) {
      String name = segments.get(i);
      if (name.startsWith("{")) {
        found.put(name.substring(1, name.length() - 1), decoded(parts.get(i)));
      }
    }
    int query = path.indexOf('?');
    if (query >= 0) {
      for (String option : path.substring(query + 1).split("&", -1)) {
        String[] words = option.split("=", 2);
        found.putIfAbsent(decoded(words[0]), words.length > 1 ? decoded(words[1]) : "");
      }
    }
    return found;
  }

  private boolean fits(String method, List<String> parts) {
    if (!this.method.equals(method) || parts.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!segments.get(i).startsWith("{") && !segments.get(i).equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Parameters are split off before they are decoded: an ARN has slashes of its own. */
  private static List<String> segments(String path) {
    String plain = path.split("\\?", 2)[0];
    return Arrays.stream(plain.split("/")).filter(segment -> !segment.isEmpty()).toList();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
