package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a part of the cluster said about an object, once or again and again: an {@code Event}, or
 * several of the same content.
 *
 * @param uid of the object; empty if the event doesn't say
 * @param field which part of the object, for example <code>spec.containers{main}</code>
 * @param warning whether it was said as a warning
 * @param count how often it was said
 * @param by the component that said it, for example {@code default-scheduler}
 */
public record Telling(
    String kind,
    String name,
    String uid,
    String field,
    boolean warning,
    String reason,
    String message,
    long count,
    Instant first,
    Instant last,
    String by) {
  /** What {@code client-go} puts before the text of events that it counts together. */
  private static final String COMBINED = "(combined from similar events): ";

  /** The events' contents, each once, the newest last. */
  public static List<Telling> of(List<ApiObject> events) {
    Map<List<Object>, Telling> merged = new LinkedHashMap<>();
    for (ApiObject event : events) {
      Telling telling = of(event);
      List<Object> content =
          List.of(telling.kind, telling.uid + telling.name, telling.reason, telling.content());
      merged.merge(content, telling, Telling::and);
    }
    List<Telling> all = new ArrayList<>(merged.values());
    all.sort(Comparator.comparing(Telling::last));
    return all;
  }

  /** Several as one that was said as often as all of them; empty if there are none. */
  static Optional<Telling> together(List<Telling> tellings) {
    return tellings.stream().reduce(Telling::and);
  }

  private static Telling of(ApiObject event) {
    Instant first =
        time(event.text("firstTimestamp"))
            .or(() -> time(event.text("eventTime")))
            .or(() -> time(event.text("metadata", "creationTimestamp")))
            .orElse(Instant.EPOCH);
    Instant last =
        time(event.text("series", "lastObservedTime"))
            .or(() -> time(event.text("lastTimestamp")))
            .orElse(first);
    String message = event.text("message").orElse("");
    return new Telling(
        event.text("involvedObject", "kind").orElse(""),
        event.text("involvedObject", "name").orElse(""),
        event.text("involvedObject", "uid").orElse(""),
        event.text("involvedObject", "fieldPath").orElse(""),
        event.text("type").orElse("").equals("Warning"),
        event.text("reason").orElse(""),
        message.startsWith(COMBINED) ? message.substring(COMBINED.length()) : message,
        event.number("series", "count").or(() -> event.number("count")).orElse(1L),
        first,
        last,
        event.text("source", "component").or(() -> event.text("reportingComponent")).orElse(""));
  }

  static Optional<Instant> time(Optional<String> text) {
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** The message without the name of a pod that could not be made: each try has another. */
  private String content() {
    return message.replaceFirst("pods \"[^\"]*\" is forbidden", "pods is forbidden");
  }

  private Telling and(Telling other) {
    Telling newer = other.last.isBefore(last) ? this : other;
    return new Telling(
        kind,
        name,
        uid,
        field,
        warning,
        reason,
        newer.message,
        count + other.count,
        first.isBefore(other.first) ? first : other.first,
        newer.last,
        by);
  }

  public boolean isAbout(ApiObject object) {
    Optional<String> known = object.text("metadata", "uid");
    return kind.equals(object.kind())
        && name.equals(object.name())
        && (uid.isEmpty() || known.isEmpty() || known.get().equals(uid));
  }

  /** Whether it was said at least so often, over at least that time. */
  public boolean insists(long times, Duration over) {
    return count >= times && !Duration.between(first, last).minus(over).isNegative();
  }
}
