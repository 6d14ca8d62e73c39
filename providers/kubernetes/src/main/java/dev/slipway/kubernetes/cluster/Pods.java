package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.object.ObjectKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Requests that only pods know. */
record Pods(ObjectKey pod) {
  String path() {
    return "/api/v1/namespaces/"
        + Paths.encoded(pod.namespace().orElse("default"))
        + "/pods/"
        + Paths.encoded(pod.name());
  }

  Request log(String container, int lines, boolean previous) {
    Request request =
        Request.get("get", path() + "/log", Request.Subject.of(pod, "pods/log"))
            .accept("text/plain, application/json")
            .query("container", container)
            .query("tailLines", Integer.toString(lines));
    return previous ? request.query("previous", "true") : request;
  }

  /** The log while it is written, with timestamps. */
  Request following(String container, int last, Optional<Instant> since) {
    Request request =
        Request.get("get", path() + "/log", Request.Subject.of(pod, "pods/log"))
            .accept("text/plain, application/json")
            .query("container", container)
            .query("follow", "true")
            .query("timestamps", "true");
    if (since.isPresent()) {
      request = request.query("sinceTime", since.get().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return last < 0 ? request : request.query("tailLines", Integer.toString(last));
  }

  Request eviction() {
    Map<String, Object> metadata =
        Map.of("name", pod.name(), "namespace", pod.namespace().orElse("default"));
    return Request.send(
        "create",
        "POST",
        path() + "/eviction",
        "application/json",
        Json.text(Map.of("apiVersion", "policy/v1", "kind", "Eviction", "metadata", metadata)),
        Request.Subject.of(pod, "pods/eviction"));
  }
}
