package dev.slipway.kubernetes.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Route;
import dev.slipway.engine.verify.Way;
import dev.slipway.kubernetes.chart.rig.NoCluster;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceForwardTest {
  private static final ResourceId SERVICE =
      new ResourceId("kubernetes.object", "Service/milvus/milvus");

  private final List<String> forwarded = new ArrayList<>();

  @Test
  void leadsToTheNamedPortOfTheFirstReadyPod() {
    Cluster cluster = new Pods(List.of(pod("b", "True"), pod("a", "False"), pod("c", "True")));
    try (Way way = new ServiceForward(cluster).open(new Route("milvus.uri", SERVICE, 80))) {
      assertThat(way.port()).isEqualTo(40001);
    }
    assertThat(forwarded)
        .containsExactly("app=milvus,part=proxy in milvus", "Pod milvus/b 19530", "closed");
  }

  @Test
  void whatIsWrongWithThePodsIsTold() {
    Diagnostic problem = refusal(new Pods(List.of(pod("a", "False"))), 80);
    assertThat(problem.code()).isEqualTo("KUBERNETES-NO-READY-POD");
    assertThat(problem.detail())
        .isEqualTo("No pod behind the Service milvus/milvus is ready: a is Pending.");
  }

  @Test
  void aPortThatTheServiceHasNotIsRefused() {
    assertThat(refusal(new Pods(List.of(pod("a", "True"))), 81).detail())
        .isEqualTo("The Service milvus/milvus has no port 81.");
  }

  private static Diagnostic refusal(Cluster cluster, int port) {
    return catchThrowableOfType(
            ProviderException.class,
            () -> new ServiceForward(cluster).open(new Route("milvus.uri", SERVICE, port)).close())
        .first();
  }

  private static ApiObject pod(String name, String ready) {
    return new ApiObject(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Pod",
            "metadata",
            Map.of("name", name, "namespace", "milvus"),
            "spec",
            Map.of(
                "containers",
                List.of(
                    Map.of("ports", List.of(Map.of("name", "milvus", "containerPort", 19530))))),
            "status",
            Map.of(
                "phase",
                ready.equals("True") ? "Running" : "Pending",
                "conditions",
                List.of(Map.of("type", "Ready", "status", ready)))));
  }

  private final class Pods extends NoCluster {
    private final List<ApiObject> pods;

    Pods(List<ApiObject> pods) {
      this.pods = pods;
    }

    @Override
    public Optional<ApiObject> get(ObjectKey key) {
      return Optional.of(
          new ApiObject(
              Map.of(
                  "apiVersion",
                  "v1",
                  "kind",
                  "Service",
                  "spec",
                  Map.of(
                      "selector",
                      Map.of("app", "milvus", "part", "proxy"),
                      "ports",
                      List.of(Map.of("port", 80, "targetPort", "milvus"))))));
    }

    @Override
    public List<ApiObject> list(
        String apiVersion, String kind, Optional<String> namespace, String labels) {
      forwarded.add(labels + " in " + namespace.orElse("all"));
      return pods;
    }

    @Override
    public Forward forward(ObjectKey pod, int port) {
      forwarded.add(pod + " " + port);
      return new Forward() {
        @Override
        public int port() {
          return 40001;
        }

        @Override
        public void close() {
          forwarded.add("closed");
        }
      };
    }
  }
}
