package dev.slipway.kubernetes.chart;

import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.chart.content.ObjectSpecs;
import dev.slipway.kubernetes.chart.render.Document;
import dev.slipway.kubernetes.chart.render.RenderedRelease;
import dev.slipway.kubernetes.chart.source.ChartFiles;
import dev.slipway.kubernetes.hook.HookSpec;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.release.ReleaseSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A release as resources, in Helm's order: definitions and the namespace, hooks before, objects,
 * hooks after, the record. What Helm does when a release goes away happens in the reverse order of
 * creation, so hooks for after the deletion come first here, and those for before it come last but
 * for the record: without the record they know that the release goes.
 */
final class ChartRelease {
  private final Resource<ChartSpec> chart;
  private final ChartSpec spec;
  private final ObjectSpecs specs;
  private final String trigger;
  private final List<Resource<?>> resources = new ArrayList<>();

  /** What has to be there before what comes next. */
  private Set<ResourceId> ready;

  /**
   * @param content the release's content in the secret store
   */
  ChartRelease(Resource<ChartSpec> chart, ObjectSpecs specs, Value<String> content) {
    this.chart = chart;
    this.spec = chart.spec();
    this.specs = specs;
    this.trigger =
        content instanceof Value.Secret<String>(String _, String fingerprint) ? fingerprint : "";
    this.ready = new LinkedHashSet<>(chart.after());
  }

  /** The record of the release, which is there when everything is. */
  static ResourceId id(ChartSpec spec) {
    return new ResourceId(ReleaseSpec.TYPE, spec.namespace() + "/" + spec.release());
  }

  /**
   * @param first the namespace and the definitions that this chart brings
   */
  List<Resource<?>> resources(
      List<Resource<?>> first, RenderedRelease rendered, ChartFiles files, Value<String> content) {
    resources.addAll(first);
    first.forEach(resource -> ready.add(resource.id()));
    atDeletion(rendered, "post-delete");
    List<String> before = List.of("pre-install", "pre-upgrade");
    chain(hooks(rendered, before.toArray(String[]::new)), "pre", before);
    together(rendered.objects().stream().map(this::object).toList());
    List<String> after = List.of("post-install", "post-upgrade");
    chain(hooks(rendered, after.toArray(String[]::new)), "post", after);
    atDeletion(rendered, "pre-delete");
    together(List.of(record(files, content)));
    return List.copyOf(resources);
  }

  /** The test hooks' objects, in their order, with Slipway's mark. */
  List<ObjectSpec> tests(RenderedRelease rendered) {
    return hooks(rendered, "test").stream()
        .map(test -> specs.of(test.object(), test.source()))
        .toList();
  }

  private Resource<?> object(Document document) {
    ObjectSpec object = spec(document);
    if (spec.claims() == Removal.DELETE && object.key().groupKind().equals("StatefulSet.apps")) {
      object = object.annotated(Mark.CLAIMS, Mark.DELETE);
    }
    boolean kept = "keep".equals(document.object().annotations().get("helm.sh/resource-policy"));
    return Resource.of(object.key().id(), object).onRemoval(kept ? Removal.KEEP : chart.removal());
  }

  private Resource<ReleaseSpec> record(ChartFiles files, Value<String> content) {
    return Resource.of(
        id(spec),
        new ReleaseSpec(
            spec.release(),
            spec.namespace(),
            files.name(),
            files.version(),
            files.appVersion(),
            content,
            specs.holes(),
            spec.adopt()));
  }

  private ObjectSpec spec(Document document) {
    return specs.of(ReleaseMark.unmarked(document.object()), document.source());
  }

  /** Hooks for some events: by weight, then by name, then in Helm's order of kinds. */
  private static List<Document> hooks(RenderedRelease rendered, String... events) {
    List<String> wanted = List.of(events);
    return rendered.hooks().stream()
        .filter(hook -> hook.events().stream().anyMatch(wanted::contains))
        .sorted(
            Comparator.comparingInt(Document::weight).thenComparing(hook -> hook.object().name()))
        .toList();
  }

  /** What the hooks only need, as a service account, is made before them and removed after them. */
  private void atDeletion(RenderedRelease rendered, String event) {
    List<Document> hooks = hooks(rendered, event).reversed();
    chain(
        hooks.stream().filter(hook -> !HookSpec.runs(hook.object().key())).toList(),
        event + "-end",
        List.of());
    chain(hooks, event, List.of(event));
  }

  private void together(List<? extends Resource<?>> group) {
    group.forEach(this::add);
    if (!group.isEmpty()) {
      ready = new LinkedHashSet<>(group.stream().map(Resource::id).toList());
    }
  }

  private void chain(List<Document> hooks, String phase, List<String> events) {
    for (Document hook : hooks) {
      ResourceId id =
          new ResourceId(
              HookSpec.TYPE,
              String.join(
                  "/",
                  spec.namespace(),
                  spec.release(),
                  phase,
                  hook.object().kind(),
                  hook.object().name()));
      HookSpec hookSpec =
          new HookSpec(
              spec(hook),
              hook.events().stream().filter(events::contains).toList(),
              hook.deletePolicies(),
              spec.namespace() + "/" + spec.release(),
              trigger);
      together(List.of(Resource.of(id, hookSpec)));
    }
  }

  private void add(Resource<?> resource) {
    resources.add(resource.after(ready.toArray(ResourceId[]::new)));
  }
}
