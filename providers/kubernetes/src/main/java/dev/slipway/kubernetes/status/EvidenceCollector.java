package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.Holes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Looks around an object that isn't ready: its newest pods, their claims, what was said about all
 * of them, last lines of logs. An object that is ready needs no evidence and costs no request.
 *
 * <p>While the object itself doesn't change it looks again after {@link #SOONEST}, then after twice
 * that, up to {@link #LATEST}, however often it is asked; the events of a namespace are listed once
 * for all of its objects. What the server refuses to show is left out. May be called from many
 * threads.
 */
public final class EvidenceCollector {
  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofSeconds(8);

  /** More events than these say nothing new. */
  private static final int MOST_EVENTS = 200;

  private final Surroundings surroundings;
  private final EventSearch events;
  private final LogSearch logs;
  private final UnaryOperator<String> mask;
  private final LongSupplier nanos;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  /**
   * What was seen at one look.
   *
   * @param version resource version of the object then
   * @param at in nanoseconds
   * @param lasts nanoseconds for which it is good enough
   */
  private record Look(String version, long at, long lasts, Evidence evidence) {}

  /**
   * @param mask takes every text of the evidence; gives it without what is known to be secret
   */
  public EvidenceCollector(Cluster cluster, UnaryOperator<String> mask) {
    this(cluster, mask, System::nanoTime);
  }

  EvidenceCollector(Cluster cluster, UnaryOperator<String> mask, LongSupplier nanos) {
    this.surroundings = new Surroundings(cluster);
    this.events = new EventSearch(cluster, nanos);
    this.logs = new LogSearch(cluster);
    this.mask = mask;
    this.nanos = nanos;
  }

  /** What tells why the object isn't ready; {@link Evidence#NONE} if it is. */
  public Evidence collect(ApiObject live) {
    String key = live.text("metadata", "uid").orElseGet(() -> live.key().toString());
    if (Readiness.of(live, Evidence.NONE) instanceof Status.Current) {
      looks.remove(key);
      return Evidence.NONE;
    }
    String version = live.text("metadata", "resourceVersion").orElse("");
    Look last = looks.get(key);
    boolean same = last != null && last.version.equals(version);
    if (same && nanos.getAsLong() - last.at < last.lasts) {
      return last.evidence;
    }
    Evidence evidence = look(live);
    long lasts = same ? Math.min(last.lasts * 2, LATEST.toNanos()) : SOONEST.toNanos();
    looks.put(key, new Look(version, nanos.getAsLong(), lasts, evidence));
    return evidence;
  }

  private Evidence look(ApiObject live) {
    List<ApiObject> related = surroundings.of(live);
    List<ApiObject> all = new ArrayList<>(related);
    all.add(live);
    List<ApiObject> told =
        events.about(live.namespace(), all).stream()
            .sorted(Comparator.comparing(EvidenceCollector::time).reversed())
            .limit(MOST_EVENTS)
            .map(this::masked)
            .toList();
    Map<String, String> lines = new ConcurrentHashMap<>(logs.of(all));
    lines.replaceAll((_, text) -> mask.apply(text));
    return new Evidence(related.stream().map(this::masked).toList(), told, lines);
  }

  private static String time(ApiObject event) {
    return event
        .text("series", "lastObservedTime")
        .or(() -> event.text("lastTimestamp"))
        .or(() -> event.text("eventTime"))
        .orElse("");
  }

  /** Messages may quote anything, for example the last words of a container. */
  @SuppressWarnings("unchecked") // a map stays a map
  private ApiObject masked(ApiObject object) {
    return new ApiObject((Map<String, Object>) Holes.texts(object.tree(), mask));
  }

  /** For an object that doesn't live in a namespace its events lie in this one. */
  static String eventNamespace(Optional<String> namespace) {
    return namespace.orElse("default");
  }
}
