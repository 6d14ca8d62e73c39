package dev.slipway.kubernetes.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds that a server knows.
 *
 * @param version the server's version, for example {@code 1.34.4}
 * @param kinds by {@code apiVersion/kind}, for example {@code apps/v1/Deployment}
 */
public record Kinds(String version, Map<String, Kind> kinds) {
  public static final Kinds NONE = new Kinds("", Map.of());

  public Kinds {
    kinds = Map.copyOf(kinds);
  }

  /**
   * A kind.
   *
   * @param plural the name in the API's paths, for example {@code deployments}
   * @param namespaced whether its objects live in namespaces
   * @param verbs for example {@code get}, {@code list}, {@code patch}, {@code delete}
   */
  public record Kind(
      String apiVersion, String kind, String plural, boolean namespaced, List<String> verbs) {
    public Kind {
      verbs = List.copyOf(verbs);
    }
  }

  public Optional<Kind> find(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(apiVersion + "/" + kind));
  }
}
