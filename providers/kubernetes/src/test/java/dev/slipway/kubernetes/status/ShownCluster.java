package dev.slipway.kubernetes.status;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cluster that only shows objects and logs, and writes down what it was asked for. */
final class ShownCluster implements Cluster {
  final List<ApiObject> objects = new ArrayList<>();
  final Map<String, String> logs = new HashMap<>();
  final List<String> requests = new ArrayList<>();

  /** Kinds that the user may not see. */
  final Set<String> forbidden = new HashSet<>();

  @Override
  public Optional<ApiObject> get(ObjectKey key) {
    ask("get", key.kind());
    return objects.stream().filter(object -> object.key().equals(key)).findFirst();
  }

  @Override
  public List<ApiObject> list(
      String apiVersion, String kind, Optional<String> namespace, String labels) {
    ask("list", kind);
    return objects.stream()
        .filter(object -> object.kind().equals(kind))
        .filter(object -> namespace.isEmpty() || object.namespace().equals(namespace))
        .filter(object -> matches(object, labels))
        .toList();
  }

  /** Whether the labels have each {@code key=value}. */
  private static boolean matches(ApiObject object, String labels) {
    for (String label : labels.isEmpty() ? new String[0] : labels.split(",", -1)) {
      int equals = label.indexOf('=');
      if (!label.substring(equals + 1).equals(object.labels().get(label.substring(0, equals)))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String log(ObjectKey pod, String container, boolean previous, int lines) {
    ask("log", container + (previous ? " before" : ""));
    return logs.getOrDefault(pod.name() + "/" + container, "");
  }

  private void ask(String verb, String what) {
    requests.add(verb + " " + what);
    if (forbidden.contains(what)) {
      throw ProviderException.refused(
          Diagnostic.environment("TEST-FORBIDDEN", "Forbidden", what, "Ask somebody."));
    }
  }

  @Override
  public Optional<Kinds> kinds() {
    return Optional.empty();
  }

  @Override
  public void forgetKinds() {}

  @Override
  public List<ApiObject> listMetadata(
      String apiVersion, String kind, Optional<String> namespace, String labels) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ApiObject apply(ApiObject desired, Application how) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ApiObject replaced(ApiObject desired) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ApiObject patch(ObjectKey key, List<?> operations) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ApiObject create(ApiObject object, String fieldManager) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(ObjectKey key, Optional<String> uid, Propagation propagation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void evict(ObjectKey pod) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Forward forward(ObjectKey pod, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String kubeconfig() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
