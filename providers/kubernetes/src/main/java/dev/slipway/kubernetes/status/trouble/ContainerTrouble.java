package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Containers.Container;
import java.util.Optional;

/** Why one container of a pod isn't as it should be. */
final class ContainerTrouble {
  private ContainerTrouble() {}

  static Optional<Trouble> of(Container container, ApiObject pod, Facts facts) {
    return switch (container.waitingFor().orElse("")) {
      case "" -> started(container, pod, facts);
      case "PodInitializing", "ContainerCreating" -> restarting(container, pod, facts);
      case "CrashLoopBackOff" -> Optional.of(Crash.trouble(container, pod, facts));
      case "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError",
          "PreCreateHookError",
          "PreStartHookError",
          "PostStartHookError" ->
          Optional.of(CreateTrouble.of(container, pod, facts));
      case "InvalidImageName",
          "ErrImagePull",
          "ImagePullBackOff",
          "ErrImageNeverPull",
          "ImageInspectError",
          "RegistryUnavailable",
          "SignatureValidationFailed" ->
          Optional.of(ImageTrouble.of(container, pod, facts));
      default ->
          Optional.of(
              Trouble.of(
                  PodTrouble.subject(pod),
                  container.called()
                      + " waits: "
                      + container.waitingFor().get()
                      + (container.waitingMessage().isEmpty()
                          ? ""
                          : ": " + container.waitingMessage()),
                  Outlook.MAY_HEAL));
    };
  }

  /** The end of a container that isn't started again; empty if all went well. */
  static Optional<Trouble> ended(Container container, ApiObject pod, Facts facts) {
    return container.status().number("state", "terminated", "exitCode").orElse(0L) == 0
        ? Optional.empty()
        : Optional.of(Crash.trouble(container, pod, facts).atWorst(Outlook.MAY_HEAL));
  }

  private static Optional<Trouble> started(Container container, ApiObject pod, Facts facts) {
    if (container.status().at("state", "terminated").isPresent()) {
      return container.stays(pod)
          ? Optional.of(Crash.trouble(container, pod, facts))
          : ended(container, pod, facts);
    }
    if (container.status().at("state", "running").isEmpty()) {
      return Optional.empty();
    }
    if (container.init()) {
      return Optional.of(
          new Trouble(
              PodTrouble.subject(pod),
              container.called()
                  + " still runs"
                  + (container.restarts() == 0
                      ? ""
                      : " after " + Phrase.count(container.restarts(), "restart")),
              Outlook.WORKING,
              facts.log(pod, container.name())));
    }
    return container.ready()
        ? Optional.empty()
        : Optional.of(Probes.trouble(container, pod, facts));
  }

  private static Optional<Trouble> restarting(Container container, ApiObject pod, Facts facts) {
    return container.restarts() == 0
        ? Optional.empty()
        : Optional.of(Crash.trouble(container, pod, facts).atWorst(Outlook.MAY_HEAL));
  }
}
