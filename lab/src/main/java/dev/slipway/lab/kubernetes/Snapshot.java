package dev.slipway.lab.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Lists every object of every kind that an API server can list.
 *
 * <p>Left out is what comes and goes by itself, whoever uses the cluster: events (kept for an hour
 * only), leases (held by components), and endpoints and their slices (made by controllers from
 * services and pods, which are listed). So are the lab's own fittings for kwok.
 */
final class Snapshot {
  private static final Set<String> CHURN =
      Set.of("events", "leases", "endpoints", "endpointslices", "clusterportforwards");

  private final ClusterApi api;

  Snapshot(ClusterApi api) {
    this.api = api;
  }

  /** One line an object: {@code <kind>.<group> <namespace>/<name>}. */
  SortedSet<String> take() {
    SortedSet<String> lines = new TreeSet<>();
    for (String version : versions()) {
      for (JsonNode resource : api.get(version).path("resources").values()) {
        String name = resource.path("name").asString();
        boolean lists =
            resource.path("verbs").valueStream().anyMatch(v -> v.asString().equals("list"));
        if (lists && !CHURN.contains(name)) {
          String kind = resource.path("kind").asString() + group(version);
          api.find(version + "/" + name)
              .ifPresent(
                  list -> list.path("items").values().forEach(item -> lines.add(line(kind, item))));
        }
      }
    }
    return lines;
  }

  /** The preferred version of every group. */
  private List<String> versions() {
    List<String> versions = new ArrayList<>(List.of("/api/v1"));
    api.get("/apis")
        .path("groups")
        .valueStream()
        .map(group -> "/apis/" + group.path("preferredVersion").path("groupVersion").asString())
        .forEach(versions::add);
    return versions;
  }

  private static String group(String version) {
    String[] parts = version.split("/", -1);
    return parts.length == 4 ? "." + parts[2] : "";
  }

  private static String line(String kind, JsonNode item) {
    JsonNode metadata = item.path("metadata");
    return Stream.of(metadata.path("namespace").asString(""), metadata.path("name").asString())
        .filter(part -> !part.isEmpty())
        .reduce((namespace, name) -> namespace + "/" + name)
        .map(name -> kind + " " + name)
        .orElseThrow();
  }
}
