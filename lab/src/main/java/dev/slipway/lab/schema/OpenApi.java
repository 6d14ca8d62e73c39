package dev.slipway.lab.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a version's OpenAPI says.
 *
 * @param types by name, then by field (with {@code !} if it is required), what the field holds
 */
record OpenApi(List<Kind> kinds, SortedMap<String, SortedMap<String, String>> types) {
  private static final Pattern COLLECTION =
      Pattern.compile(
          "/apis?/(?:[^/{}]+/)?v[^/{}]+/(namespaces/\\{namespace}/)?([a-z]+)(?:/\\{name})?");

  private static final Map<String, String> VERBS =
      Map.of("post", "create", "put", "update", "watchlist", "watch");

  private static final Pattern GENERALLY_AVAILABLE = Pattern.compile("v\\d+");

  /** A beta resource that a server offers without being told to. */
  private static final Pattern OFFERED =
      Pattern.compile("(v\\d+beta\\d+)\\.SchemeGroupVersion\\.WithResource\\(\"(\\w+)\"\\)");

  /**
   * A kind.
   *
   * @param type name of its type
   * @param served whether a server offers it without being told to
   */
  record Kind(
      String apiVersion,
      String kind,
      String plural,
      boolean namespaced,
      TreeSet<String> verbs,
      String type,
      boolean served) {
    String line() {
      return String.join(
          " ", apiVersion, kind, plural, namespaced ? "n" : "c", String.join(",", verbs), type);
    }
  }

  /**
   * Reads the OpenAPI of a version.
   *
   * @param sources folder of the version's sources
   */
  static OpenApi read(Path sources) throws IOException {
    Map<String, JsonNode> schemas = new TreeMap<>();
    Map<String, JsonNode> paths = new TreeMap<>();
    try (Stream<Path> files = Files.list(sources.resolve("api/openapi-spec/v3"))) {
      for (Path file : files.sorted().toList()) {
        JsonNode document = JsonMapper.shared().readTree(Files.readAllBytes(file));
        document
            .path("components")
            .path("schemas")
            .properties()
            .forEach(entry -> schemas.put(entry.getKey(), entry.getValue()));
        document
            .path("paths")
            .properties()
            .forEach(entry -> paths.put(entry.getKey(), entry.getValue()));
      }
    }
    String defaults = Files.readString(sources.resolve("pkg/controlplane/instance.go"));
    List<Kind> kinds = kinds(paths, schemas, defaults);
    Types types = new Types(schemas, Enumerations.read(sources));
    kinds.forEach(kind -> types.addKind(kind.type()));
    return new OpenApi(kinds, types.found());
  }

  private static List<Kind> kinds(
      Map<String, JsonNode> paths, Map<String, JsonNode> schemas, String defaults) {
    Map<String, Kind> kinds = new TreeMap<>();
    paths.forEach(
        (path, operations) -> {
          Matcher matcher = COLLECTION.matcher(path.replaceFirst("/watch/", "/"));
          if (!matcher.matches()) {
            return;
          }
          for (JsonNode operation : operations.values()) {
            JsonNode gvk = operation.path("x-kubernetes-group-version-kind");
            String action = operation.path("x-kubernetes-action").asString("");
            if (gvk.isMissingNode() || action.equals("connect")) {
              continue;
            }
            String group = gvk.path("group").asString();
            String version = gvk.path("version").asString();
            String apiVersion = group.isEmpty() ? version : group + "/" + version;
            String plural = matcher.group(2);
            boolean namespaced = matcher.group(1) != null;
            Kind before = kinds.get(apiVersion + "/" + plural);
            TreeSet<String> verbs = before == null ? new TreeSet<>() : before.verbs();
            verbs.add(VERBS.getOrDefault(action, action));
            kinds.put(
                apiVersion + "/" + plural,
                new Kind(
                    apiVersion,
                    gvk.path("kind").asString(),
                    plural,
                    namespaced || (before != null && before.namespaced()),
                    verbs,
                    type(gvk, schemas),
                    served(version, plural, defaults)));
          }
        });
    return new ArrayList<>(kinds.values());
  }

  private static String type(JsonNode gvk, Map<String, JsonNode> schemas) {
    return schemas.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("." + gvk.path("kind").asString()))
        .filter(
            entry ->
                entry.getValue().path("x-kubernetes-group-version-kind").values().contains(gvk))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new UncheckedIOException(new IOException("no schema for " + gvk)));
  }

  private static boolean served(String version, String plural, String defaults) {
    return GENERALLY_AVAILABLE.matcher(version).matches()
        || OFFERED
            .matcher(defaults)
            .results()
            .anyMatch(match -> match.group(1).equals(version) && match.group(2).equals(plural));
  }
}
