package dev.slipway.kubernetes.kubeconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A program that gives credentials (<a
 * href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">credential
 * plugin</a>).
 *
 * @param command the program; relative to the kubeconfig's folder if it holds a slash
 * @param environment set beside Slipway's own; may hold secrets
 * @param installHint what to do if the program isn't there; empty if the kubeconfig doesn't say
 * @param cluster what the program is told of the cluster, if it asks for that
 */
public record Exec(
    String apiVersion,
    String command,
    List<String> arguments,
    Map<String, String> environment,
    String installHint,
    Optional<Map<String, Object>> cluster) {

  static Exec of(Map<?, ?> tree, KubeContext context) {
    List<String> arguments = new ArrayList<>();
    if (tree.get("args") instanceof List<?> args) {
      args.forEach(argument -> arguments.add(argument.toString()));
    }
    Map<String, String> environment = new TreeMap<>();
    if (tree.get("env") instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> entry && entry.get("name") != null) {
          environment.put(entry.get("name").toString(), text(entry, "value"));
        }
      }
    }
    Map<String, Object> cluster = new TreeMap<>(context.cluster());
    cluster.remove("extensions");
    return new Exec(
        text(tree, "apiVersion"),
        text(tree, "command"),
        List.copyOf(arguments),
        environment,
        text(tree, "installHint").strip(),
        Boolean.TRUE.equals(tree.get("provideClusterInfo"))
            ? Optional.of(cluster)
            : Optional.empty());
  }

  /** As one would type it; without its environment. */
  public String line() {
    return arguments.isEmpty() ? command : command + " " + String.join(" ", arguments);
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  @Override
  public String toString() {
    return line();
  }
}
