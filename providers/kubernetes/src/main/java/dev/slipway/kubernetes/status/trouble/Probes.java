package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Containers.Container;
import java.util.Optional;

/** What a container's probes answer, as the kubelet's events tell. */
final class Probes {
  private Probes() {}

  /** Of a container that runs but isn't ready. */
  static Trouble trouble(Container container, ApiObject pod, Facts facts) {
    Optional<Telling> failing = failing(container, pod, facts);
    String restarts =
        container.restarts() == 0 ? "" : " after " + Phrase.count(container.restarts(), "restart");
    return new Trouble(
        PodTrouble.subject(pod),
        container.called()
            + " runs"
            + restarts
            + failing
                .map(telling -> " but isn't ready: " + words(telling))
                .orElse(", isn't ready yet"),
        failing.isPresent() ? Outlook.MAY_HEAL : Outlook.WORKING,
        facts.log(pod, container.name()));
  }

  /** That a probe was why the kubelet ended a container; empty text if it wasn't. */
  static String killed(Container container, ApiObject pod, Facts facts) {
    boolean killed =
        facts.about(pod).stream()
            .anyMatch(
                telling ->
                    telling.reason().equals("Killing")
                        && isOf(telling, container)
                        && (telling.message().contains("failed liveness probe")
                            || telling.message().contains("failed startup probe")));
    return killed
        ? failing(container, pod, facts).map(telling -> "; " + words(telling)).orElse("")
        : "";
  }

  private static Optional<Telling> failing(Container container, ApiObject pod, Facts facts) {
    return facts.about(pod).stream()
        .filter(telling -> telling.reason().equals("Unhealthy") && isOf(telling, container))
        .reduce((_, later) -> later);
  }

  private static boolean isOf(Telling telling, Container container) {
    return telling.field().isEmpty() || telling.field().endsWith("{" + container.name() + "}");
  }

  /** The kubelet's words with a small letter, for example {@code readiness probe failed: …}. */
  private static String words(Telling telling) {
    String words = Phrase.line(telling.message());
    return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
