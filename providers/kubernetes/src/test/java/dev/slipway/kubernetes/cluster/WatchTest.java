package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final List<ApiObject> seen = new CopyOnWriteArrayList<>();

  @Test
  void aWatchTellsOfEachObjectAndOfNothingElse() {
    String lines =
        """
        {"type":"ADDED","object":{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}}
        {"type":"MODIFIED","object":{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"b"}}}
        {"type":"MODIFIED","obj
        """;
    try (ReplayServer server = new ReplayServer().answer(200, lines)) {
      assertThat(watch(server)).isTrue();
      assertThat(seen).extracting(ApiObject::name).containsExactly("a", "b");
      assertThat(server.requests().getLast())
          .isEqualTo("GET /api/v1/namespaces/n/configmaps?labelSelector=x%3Dy&watch=true");
    }
  }

  @Test
  void aWatchThatIsRefusedTellsOfNothing() {
    try (ReplayServer server = new ReplayServer().answer(403, "{}")) {
      assertThat(watch(server)).isFalse();
      assertThat(seen).isEmpty();
    }
  }

  private boolean watch(ReplayServer server) {
    try (Fabric8Cluster cluster = server.cluster()) {
      return cluster.watch("v1", "ConfigMap", Optional.of("n"), "x=y", seen::add, () -> false);
    }
  }
}
