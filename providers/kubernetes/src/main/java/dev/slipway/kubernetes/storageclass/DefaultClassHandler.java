package dev.slipway.kubernetes.storageclass;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the default from other StorageClasses, which aren't ours otherwise, and gives it back. An
 * annotation on each of them remembers that it was taken, and by whom.
 */
public final class DefaultClassHandler
    implements ResourceHandler<DefaultClassSpec, DefaultClassObserved> {
  private static final String API = "storage.k8s.io/v1";
  private static final String KIND = "StorageClass";
  private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";
  private static final String TAKEN = "slipway.dev/default-taken-by";

  private final Cluster cluster;

  public DefaultClassHandler(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public String type() {
    return DefaultClassSpec.TYPE;
  }

  @Override
  public Class<DefaultClassSpec> specType() {
    return DefaultClassSpec.class;
  }

  /**
   * It is there once it was made, or a class remembers that this stack took the default from it.
   */
  @Override
  public Optional<DefaultClassObserved> read(Subject<DefaultClassSpec> subject, Call call) {
    Optional<String> name =
        subject
            .last()
            .flatMap(last -> last.text("name"))
            .or(() -> subject.spec().map(DefaultClassSpec::name));
    return name.map(known -> look(known, call))
        .filter(seen -> subject.last().isPresent() || !seen.undone().isEmpty());
  }

  private DefaultClassObserved look(String name, Call call) {
    List<String> others = new ArrayList<>();
    List<String> undone = new ArrayList<>();
    for (ApiObject found : cluster.list(API, KIND, Optional.empty(), "")) {
      if (!found.name().equals(name) && "true".equals(found.annotations().get(DEFAULT))) {
        others.add(found.name());
      }
      if (call.owner().equals(found.annotations().get(TAKEN))) {
        undone.add(found.name());
      }
    }
    return new DefaultClassObserved(name, others, undone);
  }

  @Override
  public Diff diff(DefaultClassSpec desired, DefaultClassObserved observed) {
    return Diff.builder()
        .field("name", observed.name(), desired.name())
        .field("others", observed.others(), List.of())
        .build();
  }

  @Override
  public DefaultClassObserved create(ResourceId id, DefaultClassSpec spec, Call call) {
    return update(id, spec, look(spec.name(), call), call);
  }

  @Override
  public DefaultClassObserved update(
      ResourceId id, DefaultClassSpec spec, DefaultClassObserved observed, Call call) {
    for (ApiObject found : cluster.list(API, KIND, Optional.empty(), "")) {
      if (!found.name().equals(spec.name()) && "true".equals(found.annotations().get(DEFAULT))) {
        annotate(found, "replace", "false", "add", call.owner());
      }
    }
    return look(spec.name(), call);
  }

  @Override
  public void delete(Subject<DefaultClassSpec> subject, DefaultClassObserved observed, Call call) {
    for (ApiObject found : cluster.list(API, KIND, Optional.empty(), "")) {
      if (call.owner().equals(found.annotations().get(TAKEN))) {
        annotate(found, "add", "true", "remove", "");
      }
    }
  }

  @Override
  public Optional<DefaultClassObserved> readDeleted(Subject<DefaultClassSpec> subject, Call call) {
    return subject
        .last()
        .flatMap(last -> last.text("name"))
        .map(name -> look(name, call))
        .filter(seen -> !seen.undone().isEmpty());
  }

  private void annotate(ApiObject found, String set, String value, String note, String by) {
    cluster.patch(
        found.key(),
        List.of(
            Map.of("op", set, "path", path(DEFAULT), "value", value),
            note.equals("remove")
                ? Map.of("op", note, "path", path(TAKEN))
                : Map.of("op", note, "path", path(TAKEN), "value", by)));
  }

  /** A JSON pointer (RFC 6901) writes a slash within a name as {@code ~1}. */
  private static String path(String annotation) {
    return "/metadata/annotations/" + annotation.replace("/", "~1");
  }

  @Override
  public Status status(DefaultClassObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(DefaultClassSpec spec) {
    return Attributes.of("name", spec.name());
  }
}
