package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Containers.Container;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A container that the kubelet can't make or start.
 *
 * <p>A Secret or ConfigMap that is missing may still be made by an operator: it counts as hopeless
 * when the kubelet has missed it for {@link #MISSED}; a key that is missing in one that is there,
 * for {@link #WRONG}. What contradicts the pod's own security context doesn't heal.
 */
final class CreateTrouble {
  static final Duration MISSED = Duration.ofMinutes(2);
  private static final Duration WRONG = Duration.ofSeconds(30);
  private static final int TIMES = 3;

  static final Pattern MISSING =
      Pattern.compile(
          "(?i)(secret|configmap)s? \"[^\"]+\" not found|object \"[^\"]+\" not registered");
  static final Pattern KEY =
      Pattern.compile("couldn't find key|references non-existent (secret|config) key");
  private static final Pattern CONTRADICTION =
      Pattern.compile("runAsNonRoot|non-numeric user|executable file not found|no such file");

  private CreateTrouble() {}

  static Trouble of(Container container, ApiObject pod, Facts facts) {
    String words = container.waitingMessage();
    return Trouble.of(
        PodTrouble.subject(pod),
        container.called()
            + " can't be started: "
            + (words.isEmpty() ? container.waitingFor().orElse("") : words),
        outlook(words, pod, facts));
  }

  private static Outlook outlook(String words, ApiObject pod, Facts facts) {
    if (words.contains("runAsNonRoot") || words.contains("non-numeric user")) {
      return Outlook.STAYS;
    }
    return facts.about(pod).stream()
            .filter(telling -> !words.isEmpty() && telling.message().contains(words))
            .anyMatch(telling -> isHopeless(words, telling))
        ? Outlook.STAYS
        : Outlook.MAY_HEAL;
  }

  /** Whether a complaint about configuration was repeated for so long that it won't heal. */
  static boolean isHopeless(String words, Telling telling) {
    if (KEY.matcher(words).find() || CONTRADICTION.matcher(words).find()) {
      return telling.insists(TIMES, WRONG);
    }
    return MISSING.matcher(words).find() && telling.insists(TIMES, MISSED);
  }
}
