package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the kubelet of a pod's node is at before its containers run: volumes, network, images. */
final class StartTrouble {
  private static final Pattern MOUNT =
      Pattern.compile("MountVolume\\.\\w+ failed for volume \"([^\"]+)\" ?: (.*)", Pattern.DOTALL);
  private static final Pattern ATTACH =
      Pattern.compile("AttachVolume\\.\\w+ failed for volume \"([^\"]+)\" ?: (.*)", Pattern.DOTALL);

  private StartTrouble() {}

  /** The newest of what was said; empty if nothing was said yet, or if all is done. */
  static Optional<Trouble> of(ApiObject pod, Facts facts) {
    boolean begun =
        Containers.of(pod)
            .anyMatch(
                container ->
                    !container.init() && container.status().at("state", "running").isPresent());
    if (begun) {
      return Optional.empty();
    }
    List<Telling> told = facts.about(pod);
    for (Telling telling : told.reversed()) {
      Optional<Trouble> trouble = of(telling, pod);
      if (trouble.isPresent()) {
        return trouble;
      }
    }
    return pod.text("spec", "nodeName")
        .map(node -> PodTrouble.working(pod, "starts on node " + node));
  }

  private static Optional<Trouble> of(Telling telling, ApiObject pod) {
    return switch (telling.reason()) {
      case "FailedMount", "FailedMapVolume" ->
          Optional.of(volume(telling, pod, MOUNT, "can't be mounted"));
      case "FailedAttachVolume" -> Optional.of(volume(telling, pod, ATTACH, "can't be attached"));
      case "FailedCreatePodSandBox", "NetworkNotReady" ->
          Optional.of(
              Trouble.of(
                  PodTrouble.subject(pod),
                  "has no network yet: "
                      + Phrase.after(telling.message(), "Failed to create pod sandbox: "),
                  Outlook.MAY_HEAL));
      case "Pulling" ->
          Optional.of(
              PodTrouble.working(
                  pod, telling.message().replaceFirst("^Pulling image", "pulling image")));
      case "Pulled", "Created", "Started" -> Optional.of(PodTrouble.working(pod, "is starting"));
      default -> Optional.empty();
    };
  }

  private static Trouble volume(Telling telling, ApiObject pod, Pattern form, String what) {
    Matcher matcher = form.matcher(telling.message());
    String why =
        matcher.find()
            ? "volume " + matcher.group(1) + " " + what + ": " + matcher.group(2)
            : "a volume " + what + ": " + telling.message();
    return Trouble.of(
        PodTrouble.subject(pod),
        why,
        CreateTrouble.isHopeless(telling.message(), telling) ? Outlook.STAYS : Outlook.MAY_HEAL);
  }
}
