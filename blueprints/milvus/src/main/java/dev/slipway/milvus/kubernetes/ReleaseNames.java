package dev.slipway.milvus.kubernetes;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.milvus.config.kubernetes.Component;
import java.util.List;
import java.util.Optional;

/**
 * What the objects of a release of the Milvus chart are called (its template {@code
 * milvus.fullname}), and the objects beside it.
 *
 * @param release the release's name
 */
record ReleaseNames(String release, String namespace) {
  private static final String CHART = "milvus";

  /** What every name begins with, and the name of Milvus' own Service and Ingress. */
  String full() {
    return release.contains(CHART) ? release : release + "-" + CHART;
  }

  String attu() {
    return full() + "-attu";
  }

  String deployment(Component component) {
    return full() + "-" + component.suffix();
  }

  /** The Secret with the password of the user root. */
  String password() {
    return full() + "-root";
  }

  /** The Secret with the keys of the MinIO that comes with the chart. */
  String storage() {
    return full() + "-storage";
  }

  /** The Secret with the certificate. */
  String certificate() {
    return full() + "-tls";
  }

  /** The host name of a Service within the cluster. */
  String host(String service) {
    return service + "." + namespace + ".svc";
  }

  /** All host names under which pods of any namespace may reach Milvus, the shortest first. */
  List<String> hosts() {
    String name = full();
    return List.of(name, name + "." + namespace, host(name), host(name) + ".cluster.local");
  }

  ObjectKey key(String apiVersion, String kind, String name) {
    return new ObjectKey(apiVersion, kind, Optional.of(namespace), name);
  }

  ResourceId service(String name) {
    return key("v1", "Service", name).id();
  }
}
