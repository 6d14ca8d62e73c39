package dev.slipway.lab.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The log of a container that never ran: the text of the pod's annotation {@code
 * lab.slipway.dev/logs.<container>}, or else {@code lab.slipway.dev/logs}. Whether there is one to
 * be read, and what is said if not, is as a kubelet has it.
 */
final class ContainerLogs {
  /**
   * What a kubelet answers.
   *
   * @param found whether this is a log, or why there is none
   */
  record Answer(boolean found, String text) {}

  private final JsonNode pod;
  private final String container;

  ContainerLogs(JsonNode pod, String container) {
    this.pod = pod;
    this.container = container;
  }

  Answer answer(Map<String, String> options) {
    String name = pod.path("metadata").path("name").asString();
    JsonNode status = status();
    boolean ranBefore = status.path("lastState").has("terminated");
    if ("true".equals(options.get("previous")) && !ranBefore) {
      return new Answer(
          false,
          "previous terminated container \"" + container + "\" in pod \"" + name + "\" not found");
    }
    JsonNode waiting = status.path("state").path("waiting");
    if ((status.isMissingNode() || !waiting.isMissingNode()) && !ranBefore) {
      return new Answer(
          false,
          "container \""
              + container
              + "\" in pod \""
              + name
              + "\" is waiting to start: "
              + why(waiting.path("reason").asString("ContainerCreating")));
    }
    return new Answer(true, tail(text(), options.get("tailLines")));
  }

  private static String why(String reason) {
    return reason.contains("ImagePull") ? "trying and failing to pull image" : reason;
  }

  private JsonNode status() {
    return List.of("containerStatuses", "initContainerStatuses").stream()
        .flatMap(list -> pod.path("status").path(list).valueStream())
        .filter(status -> status.path("name").asString().equals(container))
        .findFirst()
        .orElseGet(() -> pod.path("status").path("no such container"));
  }

  private String text() {
    JsonNode annotations = pod.path("metadata").path("annotations");
    String text =
        Optional.ofNullable(annotations.get("lab.slipway.dev/logs." + container))
            .or(() -> Optional.ofNullable(annotations.get("lab.slipway.dev/logs")))
            .map(JsonNode::asString)
            .orElse("container " + container + " of the lab runs no image");
    return text.endsWith("\n") ? text : text + "\n";
  }

  private static String tail(String text, String count) {
    if (count == null) {
      return text;
    }
    List<String> lines = text.lines().toList();
    int first = Math.max(0, lines.size() - Integer.parseInt(count));
    return String.join("", lines.subList(first, lines.size()).stream().map(l -> l + "\n").toList());
  }
}
