package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a controller can't make the pods of a workload: the API server refuses them.
 *
 * <p>What the pods themselves are refused for (Pod Security, limits that a quota or a range wants,
 * a spec that isn't valid) doesn't heal. A quota that is used up, an admission policy or webhook
 * that says no, and what a pod refers to may change: they count as hopeless when they refused for
 * {@link #REFUSED}. A webhook that doesn't answer may come up.
 */
public final class CreationTrouble {
  private static final Duration REFUSED = Duration.ofSeconds(60);

  private static final Pattern AT_ONCE =
      Pattern.compile(
          "violates PodSecurity|must specify (limits|requests)|is invalid: "
              + "|(minimum|maximum) \\S+ usage per|unable to validate against any");
  private static final Pattern PASSING =
      Pattern.compile("failed calling webhook|Internal error|timeout|is being terminated|conflict");

  private CreationTrouble() {}

  /**
   * @param makers the objects whose controllers make the pods
   */
  public static Optional<Trouble> of(List<ApiObject> makers, Facts facts) {
    Optional<Telling> refused = newest(makers, facts, "FailedCreate");
    Optional<Trouble> failure =
        makers.stream()
            .flatMap(maker -> Condition.find(maker, "ReplicaFailure").stream())
            .filter(condition -> condition.isTrue() && condition.reason().equals("FailedCreate"))
            .findFirst()
            .map(condition -> trouble(condition.message(), refused));
    Optional<Telling> made = newest(makers, facts, "SuccessfulCreate");
    return failure.or(
        () ->
            refused
                .filter(no -> made.filter(yes -> yes.last().isAfter(no.last())).isEmpty())
                .map(no -> trouble(no.message(), refused)));
  }

  private static Optional<Telling> newest(List<ApiObject> makers, Facts facts, String reason) {
    return makers.stream()
        .flatMap(maker -> facts.newest(maker, reason).stream())
        .max(Comparator.comparing(Telling::last));
  }

  private static Trouble trouble(String message, Optional<Telling> told) {
    return Trouble.of("", "no pod can be made: " + words(message), outlook(message, told));
  }

  private static Outlook outlook(String message, Optional<Telling> told) {
    if (AT_ONCE.matcher(message).find()) {
      return Outlook.STAYS;
    }
    boolean refusedForLong =
        !PASSING.matcher(message).find()
            && told.filter(telling -> telling.insists(3, REFUSED)).isPresent();
    return refusedForLong ? Outlook.STAYS : Outlook.MAY_HEAL;
  }

  /** What the server said, without the name of the pod that it said it of. */
  private static String words(String message) {
    return Phrase.line(
        message
            .replaceFirst("^Error creating: ", "")
            .replaceFirst("^create Pod \\S+ in StatefulSet \\S+ failed error: ", "")
            .replaceFirst("^pods \"[^\"]*\" is forbidden: ", "")
            .replaceFirst("^Internal error occurred: ", ""));
  }
}
