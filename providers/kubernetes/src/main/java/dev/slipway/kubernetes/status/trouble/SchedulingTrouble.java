package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pod that no node takes.
 *
 * <p>Nodes come and go, so this may heal, unless the scheduler has said for {@link #FOR_GOOD} that
 * even an empty cluster would not do (that preempting others is not helpful on any node), for
 * reasons that nodes don't lose by themselves, and no autoscaler has taken up the pod. A claim that
 * keeps a pod waiting has the last word on its own.
 */
final class SchedulingTrouble {
  private static final Duration FOR_GOOD = Duration.ofMinutes(2);

  private static final Pattern VERDICT =
      Pattern.compile("0/(\\d+) nodes are available: (.*?)(?:\\. |\\.$|$)(.*)", Pattern.DOTALL);

  private static final Pattern CLAIM =
      Pattern.compile("persistentvolumeclaim \"([^\"]+)\" not found");

  /** That no node would do even if it were empty. */
  private static final Pattern UNHELPFUL = Pattern.compile(": \\d+ Preemption is not helpful");

  /** What nodes lose by themselves, or what another object decides. */
  private static final Pattern PASSING =
      Pattern.compile(
          "node.kubernetes.io/|uninitialized|unschedulable|[vV]olume|claim|free ports|topology"
              + "|pod (anti-)?affinity|unknown conditions|Too many pods");

  private SchedulingTrouble() {}

  static Optional<Trouble> of(ApiObject pod, Facts facts) {
    if (pod.text("spec", "nodeName").isPresent()) {
      return Optional.empty();
    }
    Condition scheduled =
        Condition.find(pod, "PodScheduled")
            .orElse(new Condition("PodScheduled", "Unknown", "", "", Optional.empty()));
    if (scheduled.isTrue()) {
      return Optional.empty();
    }
    if (scheduled.reason().equals("SchedulingGated")) {
      return Optional.of(
          trouble(pod, "is held back by scheduling gates: " + gates(pod), Outlook.MAY_HEAL));
    }
    String words =
        scheduled.isFalse()
            ? scheduled.message()
            : facts.newest(pod, "FailedScheduling").map(Telling::message).orElse("");
    Optional<Trouble> claim =
        words.isEmpty() || words.contains("PersistentVolumeClaim")
            ? claims(pod, facts)
            : Optional.empty();
    if (claim.isPresent()) {
      return claim;
    }
    return Optional.of(
        words.isEmpty()
            ? PodTrouble.working(pod, "waits for the scheduler")
            : unschedulable(pod, words, facts));
  }

  /** The worst of what keeps the claims that the pod mounts from being bound. */
  private static Optional<Trouble> claims(ApiObject pod, Facts facts) {
    List<Trouble> claims = new ArrayList<>();
    for (ApiObject claim : facts.related("PersistentVolumeClaim")) {
      if (mounts(pod, claim)) {
        ClaimTrouble.of(claim, facts).ifPresent(claims::add);
      }
    }
    return Trouble.merged(claims).stream()
        .findFirst()
        .map(claim -> trouble(pod, "waits for " + claim.headline(), claim.outlook()));
  }

  private static Trouble unschedulable(ApiObject pod, String words, Facts facts) {
    Optional<Telling> scaler =
        facts.newest(pod, "TriggeredScaleUp", "NotTriggerScaleUp", "Nominated");
    if (scaler.filter(telling -> !telling.reason().startsWith("Not")).isPresent()) {
      return PodTrouble.working(pod, "waits for a new node: " + scaler.get().message());
    }
    return trouble(
        pod,
        "can't be scheduled: "
            + summary(words)
            + requests(pod, words)
            + scaler.map(telling -> "; the autoscaler says: " + telling.message()).orElse(""),
        forGood(pod, words, facts) ? Outlook.STAYS : Outlook.MAY_HEAL);
  }

  /** The scheduler's words without what it tried by preemption. */
  private static String summary(String words) {
    Matcher verdict = VERDICT.matcher(words);
    if (!verdict.find()) {
      return words;
    }
    Matcher claim = CLAIM.matcher(words);
    if (claim.find()) {
      return "the claim " + claim.group(1) + " doesn't exist";
    }
    return switch (verdict.group(1)) {
      case "0" -> "the cluster has no nodes";
      case "1" -> "the only node doesn't fit: " + verdict.group(2);
      default -> "none of " + verdict.group(1) + " nodes fits: " + verdict.group(2);
    };
  }

  private static String requests(ApiObject pod, String words) {
    Matcher short_ = Pattern.compile("Insufficient ([\\w./-]*\\w)").matcher(words);
    if (!short_.find()) {
      return "";
    }
    List<String> asked =
        pod.objects("spec", "containers").stream()
            .flatMap(container -> container.text("resources", "requests", short_.group(1)).stream())
            .toList();
    return asked.isEmpty()
        ? ""
        : " (it asks for " + String.join(" + ", asked) + " " + short_.group(1) + ")";
  }

  private static boolean forGood(ApiObject pod, String words, Facts facts) {
    if (CLAIM.matcher(words).find()) {
      return told(pod, facts, CLAIM).filter(telling -> telling.insists(2, FOR_GOOD)).isPresent();
    }
    Matcher verdict = VERDICT.matcher(words);
    return verdict.find()
        && words.contains(": " + verdict.group(1) + " Preemption is not helpful")
        && !PASSING.matcher(verdict.group(2)).find()
        && told(pod, facts, UNHELPFUL).filter(telling -> telling.insists(2, FOR_GOOD)).isPresent();
  }

  /** The scheduler's verdicts of a form together: they change with the number of nodes. */
  private static Optional<Telling> told(ApiObject pod, Facts facts, Pattern form) {
    return Telling.together(
        facts.about(pod).stream()
            .filter(telling -> telling.reason().equals("FailedScheduling"))
            .filter(telling -> form.matcher(telling.message()).find())
            .toList());
  }

  private static boolean mounts(ApiObject pod, ApiObject claim) {
    return pod.objects("spec", "volumes").stream()
        .anyMatch(
            volume ->
                volume
                    .text("persistentVolumeClaim", "claimName")
                    .filter(claim.name()::equals)
                    .isPresent());
  }

  private static String gates(ApiObject pod) {
    return String.join(
        ", ",
        pod.objects("spec", "schedulingGates").stream()
            .flatMap(gate -> gate.text("name").stream())
            .toList());
  }

  private static Trouble trouble(ApiObject pod, String why, Outlook outlook) {
    return Trouble.of(PodTrouble.subject(pod), why, outlook);
  }
}
