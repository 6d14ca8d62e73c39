package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One of the conditions that an object's status lists.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param since when it took this status, if that is written down
 */
public record Condition(
    String type, String status, String reason, String message, Optional<Instant> since) {

  /** An object's conditions, without those that speak of an earlier generation of it. */
  public static List<Condition> of(ApiObject object) {
    long generation = object.number("metadata", "generation").orElse(0L);
    return in(object.objects("status", "conditions"), generation);
  }

  /**
   * @param generation of the object; conditions that speak of an earlier one are left out
   */
  public static List<Condition> in(List<ApiObject> conditions, long generation) {
    return conditions.stream()
        .filter(
            condition -> condition.number("observedGeneration").orElse(generation) >= generation)
        .map(
            condition ->
                new Condition(
                    condition.text("type").orElse(""),
                    condition.text("status").orElse("Unknown"),
                    condition.text("reason").orElse(""),
                    condition.text("message").orElse(""),
                    Telling.time(condition.text("lastTransitionTime"))))
        .toList();
  }

  public static Optional<Condition> find(ApiObject object, String type) {
    return of(object).stream().filter(condition -> condition.type.equals(type)).findFirst();
  }

  public boolean isTrue() {
    return status.equals("True");
  }

  public boolean isFalse() {
    return status.equals("False");
  }

  /** The reason and the message, as far as there are any. */
  public String words() {
    if (message.isBlank()) {
      return reason.isBlank() ? type + " is " + status : reason;
    }
    return reason.isBlank() ? message : reason + ": " + message;
  }
}
