package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Custom resources, by the conventions that their operators follow: {@code observedGeneration}, the
 * conditions that kstatus and the API conventions of Kubernetes name, then words such as {@code
 * phase}. What says nothing of itself is current.
 *
 * <p>Only what an operator calls final fails: {@code Stalled}, {@code Failed}, a phase of failure.
 * "Not ready" may heal.
 */
final class CustomRule {
  /** Groups whose operators always write a status: without one, nobody has looked yet. */
  private static final Set<String> TELLING =
      Set.of(
          "milvus.io",
          "cert-manager.io",
          "serving.kserve.io",
          "machinelearning.seldon.io",
          "mlops.seldon.io",
          "kafka.strimzi.io");

  /** Kinds of those groups that only hold settings: nobody ever writes a status of theirs. */
  private static final Set<String> SILENT =
      Set.of(
          "SeldonConfig.mlops.seldon.io",
          "ServerConfig.mlops.seldon.io",
          "ServingRuntime.serving.kserve.io",
          "ClusterServingRuntime.serving.kserve.io",
          "ClusterStorageContainer.serving.kserve.io");

  private static final List<String> FINAL = List.of("Stalled", "Failed", "Failure");
  private static final List<String> BUSY = List.of("Reconciling", "Deploying", "Updating");
  private static final List<String> GOOD =
      List.of(
          "Ready",
          "Available",
          "Healthy",
          "Established",
          "Programmed",
          "Accepted",
          "Complete",
          "Succeeded",
          "Synced",
          "MilvusReady");

  private CustomRule() {}

  static Status status(ApiObject live, Facts facts) {
    if (live.at("status").isEmpty()) {
      return TELLING.contains(live.key().group()) && !SILENT.contains(live.key().groupKind())
          ? Verdict.waiting("its operator has not looked at it yet", live, facts)
          : Status.CURRENT;
    }
    boolean tells = live.number("status", "observedGeneration").isPresent();
    if (tells && Verdict.isUnseen(live)) {
      return Verdict.unseen();
    }
    List<Condition> conditions = Condition.of(live);
    if (conditions.isEmpty() && !live.items("status", "conditions").isEmpty()) {
      return Verdict.unseen();
    }
    return byConditions(conditions)
        .or(() -> OperatorWords.status(live, conditions))
        .orElseGet(() -> ready(conditions, live, facts));
  }

  private static Optional<Status> byConditions(List<Condition> conditions) {
    for (Condition condition : conditions) {
      if (condition.isTrue() && FINAL.contains(condition.type())) {
        return Optional.of(Status.failed(words(condition)));
      }
    }
    for (Condition condition : conditions) {
      if (condition.isTrue() && BUSY.contains(condition.type())) {
        return Optional.of(Status.inProgress(words(condition)));
      }
    }
    return Optional.empty();
  }

  /** The first of the well-known conditions decides. */
  private static Status ready(List<Condition> conditions, ApiObject live, Facts facts) {
    for (String type : GOOD) {
      for (Condition condition : conditions) {
        if (condition.type().equals(type)) {
          return condition.isTrue()
              ? Status.CURRENT
              : Verdict.waiting("not " + words(condition) + others(conditions, type), live, facts);
        }
      }
    }
    return Status.CURRENT;
  }

  /** The other conditions that are false and say why: the sum of them is often a bare "no". */
  private static String others(List<Condition> conditions, String type) {
    StringBuilder text = new StringBuilder();
    conditions.stream()
        .filter(condition -> condition.isFalse() && !condition.type().equals(type))
        .filter(condition -> condition.type().endsWith("Ready") && !condition.message().isBlank())
        .limit(2)
        .forEach(condition -> text.append("; not ").append(words(condition)));
    return text.toString();
  }

  static String words(Condition condition) {
    String words = Phrase.line(condition.words());
    return words.equals(condition.type()) ? words : condition.type() + ": " + words;
  }
}
