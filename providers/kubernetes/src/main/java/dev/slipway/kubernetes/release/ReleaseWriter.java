package dev.slipway.kubernetes.release;

import dev.slipway.engine.provider.Call;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Cluster.Propagation;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes revisions as Helm does: the new one first, then the former ones are superseded, then those
 * beyond ten are removed. Cut short anywhere, it leaves a record that Helm understands, and the
 * rest is done by the next run.
 */
record ReleaseWriter(Cluster cluster, ReleaseSpec spec, Call call, Instant now) {
  /** Helm's own default of {@code --history-max}. */
  private static final int KEPT = 10;

  ReleaseObserved write() {
    List<Revision> revisions = Revision.all(cluster, spec.namespace(), spec.name());
    Written wanted = Written.of(spec);
    Optional<Revision> newest = revisions.stream().findFirst();
    boolean there =
        newest
            .filter(Revision::deployed)
            .flatMap(Revision::written)
            .filter(wanted::equals)
            .isPresent();
    if (there) {
      tidy(revisions.subList(1, revisions.size()));
      return observed(newest.get().number(), wanted);
    }
    int number = newest.map(Revision::number).orElse(0) + 1;
    ReleaseContent content = new ReleaseContent(spec, call);
    Map<String, Object> release = content.revision(number, first(newest), now);
    new HookLeavings(cluster, spec.namespace(), call.owner())
        .remove(new ApiObject(release), Revision.installed(revisions));
    cluster.create(secret(number, content.encoded(release), wanted), ObjectSpec.SLIPWAY);
    tidy(revisions);
    return observed(number, wanted);
  }

  private ReleaseObserved observed(int number, Written wanted) {
    return new ReleaseObserved(
        spec.namespace(),
        spec.name(),
        number,
        Revision.DEPLOYED,
        "",
        Optional.of(wanted),
        false,
        ReleaseObserved.Ownership.OURS);
  }

  private String first(Optional<Revision> newest) {
    return newest
        .flatMap(revision -> cluster.get(revision.key()))
        .flatMap(ReleaseCodec::decode)
        .flatMap(release -> new ApiObject(release).text("info", "first_deployed"))
        .filter(first -> !first.isEmpty())
        .orElse(now.toString());
  }

  private ApiObject secret(int number, String encoded, Written wanted) {
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("name", spec.name());
    labels.put("owner", "helm");
    labels.put("status", Revision.DEPLOYED);
    labels.put("version", Integer.toString(number));
    labels.put("modifiedAt", Long.toString(now.getEpochSecond()));
    labels.put(Mark.OWNER, call.owner());
    labels.put(Mark.STACK, call.stack());
    return new ApiObject(
        Map.of(
            "apiVersion",
            "v1",
            "kind",
            "Secret",
            "type",
            "helm.sh/release.v1",
            "metadata",
            Map.of(
                "name",
                Revision.secretName(spec.name(), number),
                "namespace",
                spec.namespace(),
                "labels",
                labels,
                "annotations",
                Map.of(Written.ANNOTATION, wanted.json())),
            "data",
            Map.of("release", encoded)));
  }

  /**
   * @param former all but the newest revision, the newest of them first
   */
  private void tidy(List<Revision> former) {
    for (Revision revision : former) {
      if (revision.deployed()) {
        close(revision, "superseded", Optional.empty());
      } else if (revision.pending()) {
        close(revision, "failed", Optional.of("Interrupted; Slipway wrote the next revision"));
      }
    }
    former.stream()
        .skip(KEPT - 1)
        .forEach(
            revision -> cluster.delete(revision.key(), Optional.empty(), Propagation.BACKGROUND));
  }

  private void close(Revision revision, String status, Optional<String> description) {
    Optional<ApiObject> secret = cluster.get(revision.key());
    Optional<Map<String, Object>> release = secret.flatMap(ReleaseCodec::decode);
    if (release.isEmpty()) {
      return;
    }
    Map<String, Object> closed = new LinkedHashMap<>(release.get());
    Map<Object, Object> info = new LinkedHashMap<>();
    if (closed.get("info") instanceof Map<?, ?> former) {
      info.putAll(former);
    }
    info.put("status", status);
    description.ifPresent(text -> info.put("description", text));
    closed.put("info", info);
    cluster.patch(
        revision.key(),
        List.of(
            Map.of("op", "replace", "path", "/metadata/labels/status", "value", status),
            Map.of(
                "op",
                "add",
                "path",
                "/metadata/labels/modifiedAt",
                "value",
                Long.toString(now.getEpochSecond())),
            Map.of(
                "op", "replace", "path", "/data/release", "value", ReleaseCodec.encode(closed))));
  }
}
