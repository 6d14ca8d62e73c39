package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import dev.slipway.kubernetes.status.trouble.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What operators say in one word: {@code status.status} (Milvus), {@code status.health.status}
 * (Argo), {@code status.state} (Seldon, MinIO), {@code status.phase} (many).
 */
final class OperatorWords {
  private static final List<String[]> PLACES =
      List.of(
          new String[] {"status", "status"},
          new String[] {"status", "health", "status"},
          new String[] {"status", "health"},
          new String[] {"status", "state"},
          new String[] {"status", "phase"},
          new String[] {"status", "currentState"});

  private static final Set<String> GOOD =
      Set.of(
          "healthy",
          "available",
          "ready",
          "running",
          "active",
          "bound",
          "succeeded",
          "complete",
          "completed",
          "initialized",
          "green",
          "yellow",
          "stopped",
          "suspended");
  private static final Set<String> FINAL = Set.of("failed", "error", "invalid", "rejected");
  private static final Set<String> BUSY =
      Set.of(
          "pending",
          "creating",
          "provisioning",
          "progressing",
          "initializing",
          "installing",
          "updating",
          "upgrading",
          "reconciling",
          "scaling",
          "unhealthy",
          "degraded",
          "missing",
          "red",
          "deploying",
          "waiting",
          "unknown",
          "notready",
          "deleting");

  private OperatorWords() {}

  /** Empty if there is no such word, or none that is known: conditions decide then. */
  static Optional<Status> status(ApiObject live, List<Condition> conditions) {
    for (String[] place : PLACES) {
      Optional<String> word = live.text(place);
      if (word.isEmpty()) {
        continue;
      }
      String known = word.get().toLowerCase(Locale.ROOT);
      if (GOOD.contains(known)) {
        return conditions.stream().anyMatch(one -> one.type().equals("Ready") && !one.isTrue())
            ? Optional.empty()
            : Optional.of(Status.CURRENT);
      }
      if (FINAL.contains(known)) {
        return Optional.of(Status.failed(words(word.get(), live, conditions)));
      }
      if (BUSY.contains(known)) {
        return conditions.stream().anyMatch(one -> one.type().equals("Ready") && one.isTrue())
            ? Optional.empty()
            : Optional.of(Status.inProgress(words(word.get(), live, conditions)));
      }
    }
    return Optional.empty();
  }

  private static String words(String word, ApiObject live, List<Condition> conditions) {
    String said =
        live.text("status", "health", "message")
            .or(() -> live.text("status", "message"))
            .or(() -> live.text("status", "description"))
            .filter(message -> !message.isBlank())
            .map(Phrase::line)
            .orElseGet(
                () ->
                    conditions.stream()
                        .filter(Condition::isFalse)
                        .map(CustomRule::words)
                        .collect(Collectors.joining("; ")));
    return "its operator says " + word + (said.isEmpty() ? "" : ": " + said);
  }
}
