package dev.slipway.lab.kubernetes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the pods of the lab can be made to fail at: the value of the annotation {@value #ANNOTATION}
 * is the name in lower case with dashes. Reasons and texts are those of a real kubelet.
 */
public enum Trouble {
  /** The image can't be pulled. So it is, too, for an image of a registry in {@code .invalid}. */
  IMAGE_PULL(
      "Pending",
      waiting(
          "ImagePullBackOff",
          "Back-off pulling image: ErrImagePull: failed to resolve reference: not found"),
      "{}",
      0,
      "Failed",
      "Failed to pull image: failed to resolve reference: not found"),

  /** The container ends with exit code 1, again and again. */
  CRASH_LOOP(
      "Running",
      waiting("CrashLoopBackOff", "back-off 5m0s restarting failed container"),
      terminated(1, "Error"),
      5,
      "BackOff",
      "Back-off restarting failed container"),

  /** The first init container ends with exit code 1, again and again. */
  INIT_CRASH_LOOP(
      "Pending",
      waiting("CrashLoopBackOff", "back-off 5m0s restarting failed container"),
      terminated(1, "Error"),
      5,
      "BackOff",
      "Back-off restarting failed container"),

  /** The container needs more memory than its limit. */
  OUT_OF_MEMORY(
      "Running",
      waiting("CrashLoopBackOff", "back-off 5m0s restarting failed container"),
      terminated(137, "OOMKilled"),
      5,
      "BackOff",
      "Back-off restarting failed container"),

  /** The liveness probe fails until the container is killed, again and again. */
  LIVENESS(
      "Running",
      waiting("CrashLoopBackOff", "back-off 5m0s restarting failed container"),
      terminated(137, "Error"),
      5,
      "Unhealthy",
      "Liveness probe failed: HTTP probe failed with statuscode: 500"),

  /** The container runs, and never says that it is ready. */
  READINESS(
      "Running",
      "{running: {startedAt: {{ $now | Quote }}}}",
      "{}",
      0,
      "Unhealthy",
      "Readiness probe failed: HTTP probe failed with statuscode: 503"),

  /** A secret that the container's environment needs isn't there. */
  CONFIG(
      "Pending",
      waiting("CreateContainerConfigError", "secret \"missing\" not found"),
      "{}",
      0,
      "Failed",
      "Error: secret \"missing\" not found"),

  /** A volume can't be mounted. */
  MOUNT(
      "Pending",
      waiting("ContainerCreating", ""),
      "{}",
      0,
      "FailedMount",
      "MountVolume.SetUp failed for volume \"config\" : configmap \"missing\" not found"),

  /** The container ends with exit code 1, and the pod has failed. */
  EXIT("Failed", terminated(1, "Error"), "{}", 0, "Failed", "Container ended with exit code 1");

  /** On a pod: which trouble it gets into. */
  public static final String ANNOTATION = "lab.slipway.dev/fails";

  private final String phase;
  private final String state;
  private final String last;
  private final int restarts;
  private final String event;
  private final String message;

  Trouble(String phase, String state, String last, int restarts, String event, String message) {
    this.phase = phase;
    this.state = state;
    this.last = last;
    this.restarts = restarts;
    this.event = event;
    this.message = message;
  }

  /** The annotation's value. */
  public String value() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The stages of all troubles. */
  static String stages(String template) {
    return List.of(values()).stream()
        .map(trouble -> trouble.stage(template))
        .collect(Collectors.joining("---\n"));
  }

  private String stage(String template) {
    boolean init = this == INIT_CRASH_LOOP;
    String annotation = ".metadata.annotations[\"" + ANNOTATION + "\"]";
    String chosen = annotation + " == \"" + value() + "\"";
    if (this == IMAGE_PULL) {
      chosen +=
          " or ("
              + annotation
              + " == null and ([.spec.containers[].image"
              + " | select(contains(\".invalid/\"))] != []))";
    }
    return template
        .replace("@NAME@", value())
        .replace("@CHOSEN@", chosen)
        .replace("@LIST@", init ? ".status.initContainerStatuses" : ".status.containerStatuses")
        .replace("@HOLDS@", holds())
        .replace("@EVENT@", event)
        .replace("@MESSAGE@", message)
        .replace("@CONTAINERS@", init ? "initContainers" : "containers")
        .replace("@PHASE@", phase)
        .replace("@INIT@", Boolean.toString(init))
        .replace("@STARTED@", Boolean.toString(this == READINESS))
        .replace("@RESTARTS@", Integer.toString(restarts))
        .replace("@STATE@", state)
        .replace("@LAST@", last);
  }

  /** Whether a container is in this trouble already. */
  private String holds() {
    return switch (this) {
      case READINESS -> ".ready == false and .state.running != null";
      case EXIT -> ".state.terminated != null";
      case CONFIG -> ".state.waiting.reason == \"CreateContainerConfigError\"";
      case MOUNT -> ".state.waiting.reason == \"ContainerCreating\"";
      case IMAGE_PULL -> ".state.waiting.reason == \"ImagePullBackOff\"";
      case CRASH_LOOP, INIT_CRASH_LOOP, OUT_OF_MEMORY, LIVENESS ->
          ".state.waiting.reason == \"CrashLoopBackOff\"";
    };
  }

  private static String waiting(String reason, String message) {
    return "{waiting: {reason: " + reason + ", message: '" + message + "'}}";
  }

  private static String terminated(int exit, String reason) {
    return "{terminated: {exitCode: "
        + exit
        + ", reason: "
        + reason
        + ", startedAt: {{ $now | Quote }}, finishedAt: {{ $now | Quote }}}}";
  }
}
