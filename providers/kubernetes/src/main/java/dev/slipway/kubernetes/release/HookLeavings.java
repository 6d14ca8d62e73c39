package dev.slipway.kubernetes.release;

import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.chart.yaml.GoYaml;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Cluster.Propagation;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.Map;
import java.util.Optional;

/**
 * Removes hooks that have succeeded and aren't to stay ({@code hook-succeeded}). Helm does it when
 * all hooks of a moment have run, since one may need another, as a Job its service account; Slipway
 * does it when all of them have, just before the release is recorded.
 *
 * @param owner only what carries this mark is removed
 */
record HookLeavings(Cluster cluster, String namespace, String owner) {
  /**
   * @param upgrade whether the release was installed before
   */
  void remove(ApiObject release, boolean upgrade) {
    String moment = upgrade ? "upgrade" : "install";
    for (ApiObject hook : release.objects("hooks")) {
      boolean ran =
          hook.items("events").contains("pre-" + moment)
              || hook.items("events").contains("post-" + moment);
      if (ran && hook.items("delete_policies").contains("hook-succeeded")) {
        object(hook).flatMap(object -> cluster.get(object.key())).ifPresent(this::remove);
      }
    }
  }

  private void remove(ApiObject object) {
    if (owner.equals(object.labels().get(Mark.OWNER))) {
      cluster.delete(object.key(), object.text("metadata", "uid"), Propagation.BACKGROUND);
    }
  }

  private Optional<ApiObject> object(ApiObject hook) {
    Map<String, Object> tree = GoYaml.map(hook.text("manifest").orElse(""));
    return Optional.of(new ApiObject(tree))
        .filter(object -> !object.kind().isEmpty())
        .map(
            object ->
                object.namespace().isPresent() || !namespaced(object)
                    ? object
                    : object.with(namespace, "metadata", "namespace"));
  }

  private boolean namespaced(ApiObject object) {
    return cluster
        .kinds()
        .flatMap(kinds -> kinds.find(object.apiVersion(), object.kind()))
        .filter(kind -> !kind.namespaced())
        .isEmpty();
  }
}
