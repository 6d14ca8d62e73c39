package dev.slipway.kubernetes.kubeconfig;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How one context of a kubeconfig leads to a cluster.
 *
 * @param name of the context
 * @param clusterName of the cluster's entry
 * @param userName of the user's entry; empty if the context names none
 * @param namespace that the context prefers
 * @param origin where it was read, for messages: files, or an environment variable
 * @param cluster the cluster's entry, with files replaced by what they hold
 * @param user the user's entry, with files but {@code tokenFile} replaced by what they hold; holds
 *     secrets
 * @param token gives a bearer token of the moment, instead of the user's entry
 */
public record KubeContext(
    String name,
    String clusterName,
    String userName,
    Optional<String> namespace,
    String origin,
    Map<String, Object> cluster,
    Map<String, Object> user,
    Optional<Supplier<String>> token) {
  public KubeContext {
    cluster = Map.copyOf(cluster);
    user = Map.copyOf(user);
    Objects.requireNonNull(token, "token");
  }

  /** One whose user's entry says how to log in. */
  public KubeContext(
      String name,
      String clusterName,
      String userName,
      Optional<String> namespace,
      String origin,
      Map<String, Object> cluster,
      Map<String, Object> user) {
    this(name, clusterName, userName, namespace, origin, cluster, user, Optional.empty());
  }

  /** The API server's address, without a slash at its end. */
  public String server() {
    return text(cluster, "server").orElse("").replaceAll("/+$", "");
  }

  public Optional<String> ofCluster(String key) {
    return text(cluster, key);
  }

  /** A text of the user's entry; may be a secret. */
  public Optional<String> ofUser(String key) {
    return text(user, key);
  }

  /** Whether the server's certificate isn't checked. */
  public boolean insecure() {
    return text(cluster, "insecure-skip-tls-verify").map(Boolean::parseBoolean).orElse(false);
  }

  /** The program that gives credentials, if one does. */
  public Optional<Exec> exec() {
    return user.get("exec") instanceof Map<?, ?> exec
        ? Optional.of(Exec.of(exec, this))
        : Optional.empty();
  }

  /** A kubeconfig with this context alone; holds secrets. */
  public String write() {
    Map<String, Object> context =
        namespace.isPresent()
            ? Map.of("cluster", "cluster", "user", "user", "namespace", namespace.get())
            : Map.of("cluster", "cluster", "user", "user");
    return KubeconfigText.write(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Config",
            "current-context",
            "context",
            "contexts",
            List.of(Map.of("name", "context", "context", context)),
            "clusters",
            List.of(Map.of("name", "cluster", "cluster", cluster)),
            "users",
            List.of(
                Map.of(
                    "name",
                    "user",
                    "user",
                    token
                        .<Map<String, Object>>map(given -> Map.of("token", given.get()))
                        .orElse(user)))));
  }

  @Override
  public String toString() {
    return "context '%s' (%s)".formatted(name, origin);
  }

  private static Optional<String> text(Map<String, Object> map, String key) {
    return Optional.ofNullable(map.get(key)).map(Object::toString).filter(text -> !text.isEmpty());
  }
}
