package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.Holes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
 * for all of its objects. What was made just now is given {@link #CALM} to become ready before it
 * is looked at: most do. What the server refuses to show is left out. Values of the Secrets that a
 * pod uses are taken out of its log. May be called from many threads; keep one for a whole run.
 */
public final class EvidenceCollector {
  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofSeconds(8);

  /** By the server's clock, which tells whole seconds only. */
  private static final Duration CALM = Duration.ofSeconds(2);

  /** More events than these say nothing new. */
  private static final int MOST_EVENTS = 200;

  private final Surroundings surroundings;
  private final EventSearch events;
  private final LogSearch logs;
  private final SecretMask secrets;
  private final LongSupplier nanos;
  private final InstantSource clock;
  private final Map<String, Look> looks = new ConcurrentHashMap<>();

  /**
   * What was seen at one look.
   *
   * @param version resource version of the object then
   * @param at in nanoseconds
   * @param lasts nanoseconds for which it is good enough
   */
  private record Look(String version, long at, long lasts, Evidence evidence) {}

  public EvidenceCollector(Cluster cluster) {
    this(cluster, System::nanoTime, InstantSource.system());
  }

  EvidenceCollector(Cluster cluster, LongSupplier nanos, InstantSource clock) {
    this.surroundings = new Surroundings(cluster);
    this.events = new EventSearch(cluster, nanos);
    this.logs = new LogSearch(cluster);
    this.secrets = new SecretMask(cluster, nanos);
    this.nanos = nanos;
    this.clock = clock;
  }

  /** What tells why the object isn't ready; {@link Evidence#NONE} if it is. */
  public Evidence collect(ApiObject live) {
    String key = live.text("metadata", "uid").orElseGet(() -> live.key().toString());
    Status alone = Readiness.of(live, Evidence.NONE);
    if (alone instanceof Status.Current) {
      looks.remove(key);
      return Evidence.NONE;
    }
    if (alone instanceof Status.InProgress && isNew(live)) {
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

  /** Where the clocks differ nothing counts as new, which costs requests and nothing else. */
  private boolean isNew(ApiObject live) {
    try {
      return live.text("metadata", "creationTimestamp")
          .map(made -> Duration.between(Instant.parse(made), clock.instant()))
          .filter(age -> !age.isNegative() && age.compareTo(CALM) < 0)
          .isPresent();
    } catch (DateTimeException _) {
      return false;
    }
  }

  private Evidence look(ApiObject live) {
    List<ApiObject> related = surroundings.of(live);
    List<ApiObject> all = new ArrayList<>(related);
    all.add(live);
    List<ApiObject> told =
        events.about(live.namespace(), all).stream()
            .sorted(Comparator.comparing(EvidenceCollector::time).reversed())
            .limit(MOST_EVENTS)
            .toList();
    Map<String, String> lines = logs.of(all);
    if (lines.isEmpty()) {
      return new Evidence(related, told, lines);
    }
    UnaryOperator<String> mask = secrets.of(all);
    Map<String, String> masked = new HashMap<>();
    lines.forEach((container, text) -> masked.put(container, mask.apply(text)));
    return new Evidence(masked(related, mask), masked(told, mask), masked);
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
  private static List<ApiObject> masked(List<ApiObject> objects, UnaryOperator<String> mask) {
    return objects.stream()
        .map(object -> new ApiObject((Map<String, Object>) Holes.texts(object.tree(), mask)))
        .toList();
  }

  /** For an object that doesn't live in a namespace its events lie in this one. */
  static String eventNamespace(Optional<String> namespace) {
    return namespace.orElse("default");
  }
}
