package dev.slipway.kubernetes.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.LogSource;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.chart.rig.NoCluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PodLogsTest {
  private static final String MARK = "slipway.dev/owner=demo-1";

  @Test
  void theContainersOfMarkedWorkloadsAreFound() {
    Played cluster = new Played();
    cluster.lists.put("Deployment " + MARK, List.of(workload("web")));
    cluster.lists.put("Pod app=web", List.of(pod("web-1", "server", "proxy")));
    cluster.lists.put("Pod " + MARK, List.of(pod("alone", "only")));
    assertThat(new PodLogs(cluster).of("demo-1"))
        .extracting(LogSource::component)
        .containsExactly("alone", "web-1/server", "web-1/proxy");
  }

  @Test
  void followingGoesOnAcrossRestartsWithoutRepeatingLines() {
    Played cluster = new Played();
    cluster.streams.add(List.of("2026-11-21T10:00:00.1Z a", "2026-11-21T10:00:00.2Z b"));
    cluster.streams.add(List.of("2026-11-21T10:00:00.2Z b", "2026-11-21T10:00:01Z c"));
    cluster.streams.add(List.of("broken"));
    cluster.streams.add(List.of("2026-11-21T10:00:02Z ", "2026-11-21T10:00:03Z d e"));
    List<String> lines = new ArrayList<>();
    new PodLog(cluster, "p", pod("p", "c").key(), "c").read(7, true, lines::add, () -> false);
    assertThat(lines).containsExactly("a", "b", "c", "", "d e");
    assertThat(cluster.asked)
        .startsWith("since - last 7", "since 2026-11-21T10:00:00.200Z last -1");
  }

  @Test
  void itEndsWhenAsked() {
    List<String> lines = new ArrayList<>();
    new PodLog(new Played(), "p", pod("p", "c").key(), "c").read(7, true, lines::add, () -> true);
    assertThat(lines).isEmpty();
  }

  private static ApiObject workload(String name) {
    return new ApiObject(
        Map.of(
            "apiVersion",
            "apps/v1",
            "kind",
            "Deployment",
            "metadata",
            Map.of("name", name, "namespace", "apps"),
            "spec",
            Map.of("selector", Map.of("matchLabels", Map.of("app", name)))));
  }

  private static ApiObject pod(String name, String... containers) {
    List<Map<String, String>> list = new ArrayList<>();
    for (String container : containers) {
      list.add(Map.of("name", container));
    }
    return new ApiObject(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Pod",
            "metadata",
            Map.of("name", name, "namespace", "apps"),
            "spec",
            Map.of("containers", list)));
  }

  /** Lists what it was given, and has a stream of lines for each time that it is asked. */
  private static final class Played extends NoCluster {
    private final Map<String, List<ApiObject>> lists = new java.util.HashMap<>();
    private final Deque<List<String>> streams = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    @Override
    public List<ApiObject> list(
        String apiVersion, String kind, Optional<String> namespace, String labels) {
      return lists.getOrDefault(kind + " " + labels, List.of());
    }

    @Override
    public Optional<ApiObject> get(ObjectKey key) {
      return streams.isEmpty() ? Optional.empty() : Optional.of(pod("p", "c"));
    }

    @Override
    public boolean follow(
        ObjectKey pod,
        String container,
        Optional<Instant> since,
        int last,
        Consumer<String> line,
        BooleanSupplier ended) {
      asked.add("since %s last %d".formatted(since.map(Instant::toString).orElse("-"), last));
      List<String> lines = streams.remove();
      if (lines.equals(List.of("broken"))) {
        throw ProviderException.passing(
            Diagnostic.environment("TEST-BROKEN", "The connection broke", "-", "-"));
      }
      lines.forEach(line);
      return true;
    }
  }
}
