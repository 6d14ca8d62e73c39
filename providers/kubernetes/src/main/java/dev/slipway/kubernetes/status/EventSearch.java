package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Events about objects. Those of a namespace are listed as a whole, and for all who ask within a
 * second only once: a chart's objects become ready side by side.
 */
final class EventSearch {
  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final LongSupplier nanos;
  private final Map<String, Namespace> namespaces = new ConcurrentHashMap<>();

  EventSearch(Cluster cluster, LongSupplier nanos) {
    this.cluster = cluster;
    this.nanos = nanos;
  }

  /**
   * @param namespace of the objects; empty if they don't live in one
   */
  List<ApiObject> about(Optional<String> namespace, List<ApiObject> objects) {
    Set<List<String>> names = new HashSet<>();
    objects.forEach(object -> names.add(List.of(object.kind(), object.name())));
    return namespaces
        .computeIfAbsent(EvidenceCollector.eventNamespace(namespace), Namespace::new)
        .events()
        .stream()
        .filter(
            event ->
                names.contains(
                    List.of(
                        event.text("involvedObject", "kind").orElse(""),
                        event.text("involvedObject", "name").orElse(""))))
        .toList();
  }

  /** The events of one namespace; those who ask while they are being listed wait for that. */
  private final class Namespace {
    private final String name;
    private List<ApiObject> events = List.of();
    private long at;
    private boolean listed;

    Namespace(String name) {
      this.name = name;
    }

    synchronized List<ApiObject> events() {
      if (!listed || nanos.getAsLong() - at >= GOOD_FOR.toNanos()) {
        events = Refusals.or(List.of(), () -> cluster.list("v1", "Event", Optional.of(name), ""));
        at = nanos.getAsLong();
        listed = true;
      }
      return events;
    }
  }
}
