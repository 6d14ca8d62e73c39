package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Why a pod isn't ready: not scheduled, volumes, images, containers, probes, readiness gates. */
public final class PodTrouble {
  private PodTrouble() {}

  /** The worst of what keeps a pod from being ready; empty if it is ready or has done its work. */
  public static Optional<Trouble> of(ApiObject pod, Facts facts) {
    return why(pod, facts).map(trouble -> jobsCountThemselves(pod, trouble));
  }

  /** A Job gives up by itself, after as many failures as its spec allows. */
  private static Trouble jobsCountThemselves(ApiObject pod, Trouble trouble) {
    boolean ofJob =
        pod.objects("metadata", "ownerReferences").stream()
            .anyMatch(owner -> owner.text("kind").orElse("").equals("Job"));
    boolean crash = trouble.why().contains(Crash.ENDED);
    return ofJob && crash ? trouble.atWorst(Outlook.MAY_HEAL) : trouble;
  }

  private static Optional<Trouble> why(ApiObject pod, Facts facts) {
    String phase = pod.text("status", "phase").orElse("Pending");
    if (pod.deleting()) {
      return Optional.of(working(pod, "is being deleted"));
    }
    if (phase.equals("Succeeded")) {
      return Optional.empty();
    }
    if (phase.equals("Failed")) {
      return Optional.of(failed(pod, facts));
    }
    if (Condition.find(pod, "Ready").filter(Condition::isTrue).isPresent()) {
      return Optional.empty();
    }
    Optional<Trouble> unscheduled = SchedulingTrouble.of(pod, facts);
    if (unscheduled.isPresent()) {
      return unscheduled;
    }
    List<Trouble> containers = new ArrayList<>();
    Containers.of(pod)
        .forEach(
            container -> ContainerTrouble.of(container, pod, facts).ifPresent(containers::add));
    return containers.stream()
        .filter(trouble -> trouble.outlook() != Outlook.WORKING)
        .max(Comparator.comparing(Trouble::outlook))
        .or(() -> lost(pod))
        .or(() -> containers.stream().findFirst())
        .or(() -> StartTrouble.of(pod, facts))
        .or(() -> gates(pod))
        .or(() -> Optional.of(working(pod, "is starting")));
  }

  private static Trouble failed(ApiObject pod, Facts facts) {
    String reason = pod.text("status", "reason").orElse("");
    String message = pod.text("status", "message").orElse("");
    if (reason.isEmpty()) {
      Optional<Trouble> ended =
          Containers.of(pod)
              .map(container -> ContainerTrouble.ended(container, pod, facts))
              .flatMap(Optional::stream)
              .findFirst();
      if (ended.isPresent()) {
        return ended.get();
      }
    }
    String word =
        switch (reason) {
          case "" -> "failed";
          case "Evicted" -> "was evicted";
          case "Preempting", "Preempted" -> "was preempted by a pod of higher priority";
          case "NodeLost", "NodeShutdown", "Terminated", "Shutdown" -> "was lost with its node";
          default -> "failed (" + reason + ")";
        };
    return Trouble.of(
        subject(pod), message.isEmpty() ? word : word + ": " + message, Outlook.MAY_HEAL);
  }

  private static Optional<Trouble> lost(ApiObject pod) {
    return Condition.find(pod, "Ready")
        .filter(ready -> ready.reason().equals("NodeNotReady"))
        .map(
            _ ->
                Trouble.of(
                    subject(pod),
                    "its node " + pod.text("spec", "nodeName").orElse("") + " doesn't answer",
                    Outlook.MAY_HEAL));
  }

  /** Readiness gates wait for conditions that somebody outside of the pod has to set. */
  private static Optional<Trouble> gates(ApiObject pod) {
    List<String> open =
        pod.objects("spec", "readinessGates").stream()
            .flatMap(gate -> gate.text("conditionType").stream())
            .filter(gate -> Condition.find(pod, gate).filter(Condition::isTrue).isEmpty())
            .map(
                gate ->
                    gate
                        + Condition.find(pod, gate)
                            .map(condition -> " (" + Phrase.line(condition.words()) + ")")
                            .orElse(" (nobody has set it)"))
            .toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Trouble.of(
                subject(pod),
                "its containers are ready; waits for readiness gate " + String.join(", ", open),
                Outlook.MAY_HEAL));
  }

  static Trouble working(ApiObject pod, String what) {
    return Trouble.of(subject(pod), what, Outlook.WORKING);
  }

  static String subject(ApiObject pod) {
    return "pod " + pod.name();
  }
}
