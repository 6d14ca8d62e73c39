package dev.slipway.kubernetes.forward;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Route;
import dev.slipway.engine.verify.Way;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens ways to Services: to a ready pod behind each. */
public record ServiceForward(Cluster cluster) {
  private static final String KIND = "Service";

  /**
   * Opens a way.
   *
   * @throws ProviderException if there is no such Service or port, or no pod behind it is ready
   */
  public Way open(Route route) {
    ObjectKey key = service(route.to());
    ApiObject service =
        cluster.get(key).orElseThrow(() -> refused(noService(key, "doesn't exist")));
    ApiObject port =
        service.objects("spec", "ports").stream()
            .filter(entry -> entry.number("port").filter(n -> n == route.port()).isPresent())
            .findFirst()
            .orElseThrow(() -> refused(noService(key, "has no port " + route.port())));
    List<ApiObject> pods =
        cluster.list("v1", "Pod", key.namespace(), selector(service)).stream()
            .sorted(Comparator.comparing(ApiObject::name))
            .toList();
    ApiObject pod =
        pods.stream()
            .filter(ServiceForward::ready)
            .findFirst()
            .orElseThrow(() -> ProviderException.passing(noPod(key, pods)));
    Cluster.Forward forward =
        cluster.forward(pod.key(), Math.toIntExact(target(port, pod, route.port())));
    return new Way() {
      @Override
      public int port() {
        return forward.port();
      }

      @Override
      public void close() {
        forward.close();
      }
    };
  }

  private static ObjectKey service(ResourceId id) {
    String[] parts = id.name().split("/", -1);
    if (parts.length != 3 || !parts[0].equals(KIND)) {
      throw new IllegalArgumentException("not a Service: " + id);
    }
    return new ObjectKey("v1", KIND, Optional.of(parts[1]), parts[2]);
  }

  private static String selector(ApiObject service) {
    return service.at("spec", "selector").orElse(Map.of()) instanceof Map<?, ?> labels
        ? labels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .sorted()
            .collect(Collectors.joining(","))
        : "";
  }

  private static boolean ready(ApiObject pod) {
    return !pod.deleting()
        && pod.objects("status", "conditions").stream()
            .anyMatch(
                condition ->
                    condition.text("type").filter("Ready"::equals).isPresent()
                        && condition.text("status").filter("True"::equals).isPresent());
  }

  /** The pod's port that the Service's port leads to, by its number or by its name. */
  private static long target(ApiObject port, ApiObject pod, int same) {
    Optional<Long> number = port.number("targetPort");
    Optional<String> name = port.text("targetPort");
    return number
        .or(
            () ->
                pod.objects("spec", "containers").stream()
                    .flatMap(container -> container.objects("ports").stream())
                    .filter(entry -> entry.text("name").equals(name))
                    .findFirst()
                    .flatMap(entry -> entry.number("containerPort")))
        .orElse((long) same);
  }

  private static ProviderException refused(Diagnostic why) {
    return ProviderException.refused(why);
  }

  private static Diagnostic noService(ObjectKey service, String lack) {
    return Diagnostic.environment(
        "KUBERNETES-NO-SERVICE",
        "There is no service to reach",
        "The %s %s.".formatted(service, lack),
        "Make it:\n  slipway up");
  }

  private static Diagnostic noPod(ObjectKey service, List<ApiObject> pods) {
    String seen =
        pods.isEmpty()
            ? "there is none"
            : pods.stream()
                .map(pod -> pod.name() + " is " + pod.text("status", "phase").orElse("unknown"))
                .collect(Collectors.joining(", "));
    return Diagnostic.environment(
        "KUBERNETES-NO-READY-POD",
        "No pod behind a service is ready",
        "No pod behind the %s is ready: %s.".formatted(service, seen),
        "See why, and repeat the command when one is:\n  slipway status");
  }
}
