package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.Optional;
import java.util.stream.Stream;

/** A pod's containers, those that run first at the front. */
final class Containers {
  private Containers() {}

  /**
   * A container as it is.
   *
   * @param spec what it should be; empty if it was injected and isn't listed
   * @param init whether the pod's main containers wait for its end
   */
  record Container(ApiObject status, ApiObject spec, boolean init) {
    String name() {
      return status.text("name").orElse("");
    }

    /** How messages call it. */
    String called() {
      return (init ? "init container " : "container ") + name();
    }

    String image() {
      return spec.text("image").or(() -> status.text("image")).orElse("");
    }

    long restarts() {
      return status.number("restartCount").orElse(0L);
    }

    boolean ready() {
      return status.at("ready").filter(Boolean.TRUE::equals).isPresent();
    }

    Optional<String> waitingFor() {
      return status.text("state", "waiting", "reason");
    }

    String waitingMessage() {
      return status.text("state", "waiting", "message").orElse("");
    }

    /** Whether it should go on running once it runs. */
    boolean stays(ApiObject pod) {
      return spec.text("restartPolicy").orElse("").equals("Always")
          || (!init && pod.text("spec", "restartPolicy").orElse("Always").equals("Always"));
    }
  }

  static Stream<Container> of(ApiObject pod) {
    return Stream.concat(
        of(pod, "initContainerStatuses", "initContainers"),
        of(pod, "containerStatuses", "containers"));
  }

  private static Stream<Container> of(ApiObject pod, String statuses, String specs) {
    return pod.objects("status", statuses).stream()
        .map(
            status -> {
              ApiObject spec =
                  pod.objects("spec", specs).stream()
                      .filter(one -> one.text("name").equals(status.text("name")))
                      .findFirst()
                      .orElse(status);
              boolean sidecar = spec.text("restartPolicy").orElse("").equals("Always");
              return new Container(status, spec, specs.startsWith("init") && !sidecar);
            });
  }
}
