package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test with a cluster of the lab and a namespace of its own. */
@ExtendWith(KubernetesLab.class)
abstract class OnLab {
  static final Duration LIMIT = Duration.ofMinutes(1);
  static final Application OURS = new Application("slipway", false, false);

  LabCluster lab;
  Fabric8Cluster cluster;
  String namespace;

  @BeforeEach
  void connect(LabCluster lab) {
    this.lab = lab;
    cluster = Fabric8Cluster.of(lab.kubeconfig());
    namespace = lab.freshNamespace();
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  /** A ConfigMap in the test's namespace. */
  ApiObject map(String name) {
    return new ApiObject(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            Map.of("name", name, "namespace", namespace),
            "data",
            Map.of("k", "v")));
  }

  static Diagnostic problem(Runnable call) {
    return catchThrowableOfType(ProviderException.class, call::run).first();
  }
}
