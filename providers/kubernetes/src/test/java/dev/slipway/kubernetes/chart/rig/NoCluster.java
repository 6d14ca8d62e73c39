package dev.slipway.kubernetes.chart.rig;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.cluster.Kinds.Kind;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.schema.Schemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster that doesn't exist yet. */
public class NoCluster implements Cluster {
  /** A few kinds of Kubernetes 1.34. */
  public static Schemas schemas() {
    return new Schemas() {
      @Override
      public Optional<FieldSchema> find(String apiVersion, String kind) {
        return Optional.empty();
      }

      @Override
      public Kinds kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        for (String name :
            List.of("v1/Secret", "v1/ConfigMap", "v1/Service", "apps/v1/Deployment", "v1/Pod")) {
          kinds.put(name, kind(name, true));
        }
        kinds.put("v1/Namespace", kind("v1/Namespace", false));
        String definition = "apiextensions.k8s.io/v1/CustomResourceDefinition";
        kinds.put(definition, kind(definition, false));
        return new Kinds("1.34.4", kinds);
      }

      @Override
      public Schemas with(ApiObject customResourceDefinition) {
        return this;
      }
    };
  }

  private static Kind kind(String name, boolean namespaced) {
    int slash = name.lastIndexOf('/');
    return new Kind(name.substring(0, slash), name.substring(slash + 1), "", namespaced, List.of());
  }

  @Override
  public Optional<Kinds> kinds() {
    return Optional.empty();
  }

  @Override
  public void forgetKinds() {}

  @Override
  public Optional<ApiObject> get(ObjectKey key) {
    throw new AssertionError();
  }

  @Override
  public List<ApiObject> list(
      String apiVersion, String kind, Optional<String> namespace, String labels) {
    throw new AssertionError();
  }

  @Override
  public List<ApiObject> listMetadata(
      String apiVersion, String kind, Optional<String> namespace, String labels) {
    throw new AssertionError();
  }

  @Override
  public ApiObject apply(ApiObject desired, Application how) {
    throw new AssertionError();
  }

  @Override
  public ApiObject replaced(ApiObject desired) {
    throw new AssertionError();
  }

  @Override
  public ApiObject patch(ObjectKey key, List<?> operations) {
    throw new AssertionError();
  }

  @Override
  public ApiObject create(ApiObject object, String fieldManager) {
    throw new AssertionError();
  }

  @Override
  public void delete(ObjectKey key, Optional<String> uid, Propagation propagation) {
    throw new AssertionError();
  }

  @Override
  public void evict(ObjectKey pod) {
    throw new AssertionError();
  }

  @Override
  public String log(ObjectKey pod, String container, boolean previous, int lines) {
    throw new AssertionError();
  }

  @Override
  public Forward forward(ObjectKey pod, int port) {
    throw new AssertionError();
  }

  @Override
  public String kubeconfig() {
    throw new AssertionError();
  }

  @Override
  public void close() {}
}
