package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Containers.Container;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A container that ended although it should run, or ended badly.
 *
 * <p>It counts as hopeless after {@value #RESTARTS} restarts, and after {@value #PATIENT} if its
 * log speaks of something that it can't reach yet; after {@value #OUT_OF_MEMORY} if it ran out of
 * memory; after {@value #NEVER_RAN} if its program can't run at all. A last run that was longer
 * than {@link #LONG_RUN} never counts: the kubelet begins its back-off anew then.
 */
final class Crash {
  /** In the text of each such trouble. */
  static final String ENDED = " ended with exit code ";

  /** Two and a half minutes of back-off at least: 10, 20, 40 and 80 seconds. */
  private static final int RESTARTS = 5;

  /** Ten minutes and more of back-off. */
  private static final int PATIENT = 8;

  private static final int OUT_OF_MEMORY = 3;
  private static final int NEVER_RAN = 2;

  /** After a run of twice its longest back-off the kubelet forgets earlier crashes. */
  private static final Duration LONG_RUN = Duration.ofMinutes(10);

  private static final Map<Long, String> SIGNALS =
      Map.of(
          4L, "SIGILL: an instruction that this processor doesn't have",
          6L, "SIGABRT",
          7L, "SIGBUS",
          8L, "SIGFPE",
          9L, "SIGKILL",
          11L, "SIGSEGV",
          15L, "SIGTERM");

  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "(?i)connection refused|no such host|i/o timeout|dial tcp|unknownhost|name resolution"
              + "|connection timed out|could not connect|context deadline exceeded|unavailable");

  private Crash() {}

  static Trouble trouble(Container container, ApiObject pod, Facts facts) {
    ApiObject end = end(container);
    List<String> log = facts.log(pod, container.name());
    Optional<String> message = end.text("message").filter(text -> !text.isBlank());
    if (log.isEmpty() && message.isPresent() && !neverRan(end)) {
      log = Phrase.log(message.get());
    }
    String why =
        container.called()
            + ENDED
            + end.number("exitCode").orElse(0L)
            + meaning(container, end)
            + (container.restarts() == 0
                ? ""
                : ", after " + Phrase.count(container.restarts(), "restart"))
            + Probes.killed(container, pod, facts);
    return new Trouble(PodTrouble.subject(pod), why, outlook(container, end, log), log);
  }

  private static ApiObject end(Container container) {
    for (String when : List.of("state", "lastState")) {
      if (container.status().at(when, "terminated").orElse(null) instanceof Map<?, ?> end) {
        return new ApiObject(cast(end));
      }
    }
    return new ApiObject(Map.of());
  }

  @SuppressWarnings("unchecked") // maps within an object have text keys
  private static Map<String, Object> cast(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }

  private static String meaning(Container container, ApiObject end) {
    String reason = end.text("reason").orElse("");
    long code = end.number("exitCode").orElse(0L);
    if (reason.equals("OOMKilled")) {
      return " (OOMKilled: it needs more memory than its limit"
          + container.spec().text("resources", "limits", "memory").map(" of "::concat).orElse("")
          + ")";
    }
    if (code > 128 && SIGNALS.containsKey(code - 128)) {
      return " (" + SIGNALS.get(code - 128) + ")";
    }
    if (neverRan(end)) {
      return " (" + reason + ": " + Phrase.line(end.text("message").orElse("")) + ")";
    }
    return reason.isEmpty() || reason.equals("Error") || reason.equals("Completed")
        ? ""
        : " (" + reason + ")";
  }

  private static Outlook outlook(Container container, ApiObject end, List<String> log) {
    boolean reaches = log.stream().noneMatch(line -> UNREACHABLE.matcher(line).find());
    long code = end.number("exitCode").orElse(0L);
    long enough = reaches ? RESTARTS : PATIENT;
    if (end.text("reason").orElse("").equals("OOMKilled")) {
      enough = OUT_OF_MEMORY;
    } else if (neverRan(end) || code == 128 + 4) {
      enough = NEVER_RAN;
    }
    return container.restarts() >= enough && !ranLong(end) ? Outlook.STAYS : Outlook.MAY_HEAL;
  }

  private static boolean neverRan(ApiObject end) {
    String reason = end.text("reason").orElse("");
    return reason.equals("StartError") || reason.equals("ContainerCannotRun");
  }

  private static boolean ranLong(ApiObject end) {
    Optional<Instant> from = Telling.time(end.text("startedAt"));
    Optional<Instant> to = Telling.time(end.text("finishedAt"));
    return from.isPresent()
        && to.isPresent()
        && Duration.between(from.get(), to.get()).compareTo(LONG_RUN) >= 0;
  }
}
