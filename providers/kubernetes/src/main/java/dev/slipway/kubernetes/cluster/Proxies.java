package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.kubeconfig.KubeContext;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which proxy leads to a server, if one does. */
final class Proxies {
  private Proxies() {}

  /**
   * The kubeconfig's {@code proxy-url}, or else the environment's {@code HTTPS_PROXY} unless {@code
   * NO_PROXY} lists the server; loopback addresses never go through the environment's proxy.
   */
  static Optional<String> of(KubeContext context, UnaryOperator<String> environment) {
    return context.ofCluster("proxy-url").or(() -> ambient(context.server(), environment));
  }

  private static Optional<String> ambient(String server, UnaryOperator<String> environment) {
    URI uri;
    try {
      uri = URI.create(server);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return Optional.empty();
    }
    String variable = "https".equals(uri.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
    return read(variable, environment)
        .filter(_ -> read("NO_PROXY", environment).filter(none -> lists(none, host)).isEmpty())
        .map(proxy -> proxy.contains("://") ? proxy : "http://" + proxy);
  }

  private static boolean lists(String none, String host) {
    return List.of(none.toLowerCase(Locale.ROOT).split("[,\\s]+")).stream()
        .map(entry -> entry.startsWith("*.") ? entry.substring(1) : entry)
        .anyMatch(
            entry ->
                entry.equals("*")
                    || host.equals(entry)
                    || (!entry.isEmpty()
                        && host.endsWith(entry.startsWith(".") ? entry : "." + entry)));
  }

  private static Optional<String> read(String variable, UnaryOperator<String> environment) {
    return Optional.ofNullable(environment.apply(variable))
        .or(() -> Optional.ofNullable(environment.apply(variable.toLowerCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }
}
