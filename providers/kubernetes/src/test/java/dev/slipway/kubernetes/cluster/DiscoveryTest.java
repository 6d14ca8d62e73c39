package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
  @Test
  void threeRequestsTellEverything() {
    try (ReplayServer server = new ReplayServer();
        Fabric8Cluster cluster = server.cluster()) {
      Kinds kinds = cluster.kinds().orElseThrow();
      assertThat(kinds.version()).isEqualTo("1.34.4");
      assertThat(kinds.find("apps/v1", "Deployment").orElseThrow())
          .extracting(Kinds.Kind::plural, Kinds.Kind::namespaced)
          .containsExactly("deployments", true);
      assertThat(kinds.find("v1", "Namespace").orElseThrow().namespaced()).isFalse();
      assertThat(kinds.find("apps/v1", "Deployment").orElseThrow().verbs()).contains("patch");
      cluster.kinds();
      assertThat(server.requests()).containsExactly("GET /version", "GET /api", "GET /apis");
      cluster.forgetKinds();
      cluster.kinds();
      assertThat(server.requests()).hasSize(6);
    }
  }

  @Test
  void anOldServerIsAskedGroupByGroup() {
    try (ReplayServer server = new ReplayServer().classic();
        Fabric8Cluster cluster = server.cluster()) {
      Kinds kinds = cluster.kinds().orElseThrow();
      assertThat(kinds.kinds().keySet()).containsExactlyInAnyOrder("v1/Pod", "apps/v1/Deployment");
    }
  }

  @Test
  void anUnknownKindHasNoObjectsAndNeedsNoRequest() {
    try (ReplayServer server = new ReplayServer();
        Fabric8Cluster cluster = server.cluster()) {
      assertThat(cluster.list("example.com/v1", "Ship", Optional.empty(), "")).isEqualTo(List.of());
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void aListThatExpiredIsReadAtOnceInstead() {
    try (ReplayServer server = new ReplayServer();
        Fabric8Cluster cluster = server.cluster()) {
      server.answer(410, "{\"kind\": \"Status\", \"reason\": \"Expired\", \"code\": 410}");
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> cluster.list("v1", "Pod", Optional.of("a b"), "x=y"))
          .hasMessageContaining("KUBERNETES-LIST-EXPIRED");
      assertThat(server.requests())
          .contains(
              "GET /api/v1/namespaces/a%20b/pods?labelSelector=x%3Dy&limit=500",
              "GET /api/v1/namespaces/a%20b/pods?labelSelector=x%3Dy");
    }
  }
}
