package dev.slipway.kubernetes.chart;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.chart.content.ChartJson;
import dev.slipway.kubernetes.chart.content.ObjectSpecs;
import dev.slipway.kubernetes.chart.content.ReleaseContent;
import dev.slipway.kubernetes.chart.content.Scopes;
import dev.slipway.kubernetes.chart.content.SecretShelf;
import dev.slipway.kubernetes.chart.generated.GeneratedValues;
import dev.slipway.kubernetes.chart.lock.LockedImages;
import dev.slipway.kubernetes.chart.render.ChartRenderer;
import dev.slipway.kubernetes.chart.render.Document;
import dev.slipway.kubernetes.chart.render.RenderedRelease;
import dev.slipway.kubernetes.chart.render.Rendering;
import dev.slipway.kubernetes.chart.source.ChartFiles;
import dev.slipway.kubernetes.chart.values.ValuesCheck;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.Holes;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Renders charts, and makes resources of what they render to. */
record ChartRendering(
    ChartRenderer renderer,
    Optional<String> kubeconfig,
    SecretShelf secrets,
    LockedImages images,
    Call call) {

  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  /** A chart that was rendered, with how it can be rendered again. */
  record Rendered(
      FoundChart chart,
      Holes.Filled values,
      ChartRenderer.Request request,
      Rendering rendering,
      List<Diagnostic> notices) {
    /** Definitions among its objects. */
    Stream<ApiObject> definitions() {
      return Stream.concat(rendering.crds().stream(), rendering.objects().stream())
          .map(Document::object);
    }
  }

  /** What became of a chart. */
  record Release(
      Resource<ChartSpec> chart,
      List<Resource<?>> resources,
      List<ObjectSpec> tests,
      List<Diagnostic> notices) {}

  Rendered render(FoundChart chart, Scopes scopes) {
    ChartSpec spec = chart.spec();
    Holes.Filled values = chart.values();
    List<Diagnostic> notices =
        new ArrayList<>(new ValuesCheck(spec.release(), chart.files()).check(values.tree()));
    ChartRenderer.Request request = request(spec, chart.files(), values, scopes.kinds());
    Rendering rendering =
        chart.rendering().orElseGet(() -> renderer.render(request, kubeconfig, call::cancelled));
    notices.addAll(
        images.lookUp(
            Stream.concat(rendering.objects().stream(), rendering.hooks().stream())
                .map(Document::object)
                .toList(),
            values.holes().keySet()));
    return new Rendered(chart, values, request, rendering, notices);
  }

  /**
   * A chart as it was found. One that asks nothing of the cluster is rendered at once: that needn't
   * wait until the cluster's kinds are known.
   */
  static FoundChart found(
      Resource<ChartSpec> chart, ChartFiles files, ChartRenderer renderer, Call call) {
    Holes.Filled values = Holes.dig(chart.spec().values());
    Optional<Rendering> rendering = Optional.empty();
    if (!files.asksOfCluster() && !ChartFiles.mentionsCluster(values.tree().toString())) {
      ChartRenderer.Request request = request(chart.spec(), files, values, Kinds.NONE);
      rendering = Optional.of(renderer.render(request, Optional.empty(), call::cancelled));
    }
    return new FoundChart(chart, files, values, rendering);
  }

  private static ChartRenderer.Request request(
      ChartSpec spec, ChartFiles files, Holes.Filled values, Kinds kinds) {
    return new ChartRenderer.Request(
        files, spec.release(), spec.namespace(), values.tree(), kinds, spec.crds());
  }

  Release release(Rendered rendered, Scopes scopes, Surroundings surroundings) {
    ChartSpec spec = rendered.chart().spec();
    ReleaseMark mark =
        new ReleaseMark(spec, scopes, rendered.values().holes().keySet(), images, call);
    String name = "release/" + spec.namespace() + "/" + spec.release();
    RenderedRelease seen = marked(rendered.rendering(), mark);
    Optional<String> kept = secrets.find(name);
    // What is written as it was the last time needs nothing of that time.
    String asSeen = written(rendered, seen);
    boolean same = kept.equals(Optional.of(asSeen));
    RenderedRelease release = same ? seen : held(rendered, seen, kept, mark);
    Value<String> content = secrets.put(name, same ? asSeen : written(rendered, release));
    // Whether a release that Helm made is taken over is decided at its record; then, and after Helm
    // has worked on a release of ours, its objects may be unmarked.
    ObjectSpecs specs =
        new ObjectSpecs(
            secrets,
            rendered.values().holes(),
            ObjectSpec.HELM,
            Optional.of(spec.namespace() + "/" + spec.release()));
    ChartRelease made = new ChartRelease(rendered.chart().resource(), specs, content);
    return new Release(
        rendered.chart().resource(),
        made.resources(
            first(rendered, release, surroundings), release, rendered.chart().files(), content),
        made.tests(release),
        rendered.notices());
  }

  private static String written(Rendered rendered, RenderedRelease release) {
    return ReleaseContent.write(
        ChartJson.of(rendered.chart().files()),
        rendered.values().tree(),
        release,
        rendered.values().holes().keySet());
  }

  /** A rendering with the generated values that it had the last time. */
  private RenderedRelease held(
      Rendered rendered, RenderedRelease seen, Optional<String> kept, ReleaseMark mark) {
    SortedMap<String, ApiObject> last = ReleaseContent.objects(kept);
    RenderedRelease first = complete(seen, last, rendered, mark);
    return first.with(
        GeneratedValues.keep(
            first.byKey(),
            () -> complete(marked(again(rendered), mark), last, rendered, mark).byKey(),
            last));
  }

  /**
   * A rendering with what the chart left out since its {@code lookup} found what Slipway made: it
   * is still part of the release.
   */
  private RenderedRelease complete(
      RenderedRelease seeing,
      SortedMap<String, ApiObject> last,
      Rendered rendered,
      ReleaseMark mark) {
    Set<String> left = new TreeSet<>(last.keySet());
    left.removeAll(seeing.byKey().keySet());
    if (left.isEmpty() || kubeconfig.isEmpty() || !rendered.request().chart().looksUp()) {
      return seeing;
    }
    Rendering blind = renderer.render(rendered.request(), Optional.empty(), call::cancelled);
    return seeing.completed(marked(blind, mark), left);
  }

  /** Another rendering; of a chart that tells the time, at another time. */
  private Rendering again(Rendered rendered) {
    if (rendered.request().chart().tellsTime()) {
      try {
        Thread.sleep(ONE_SECOND);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return renderer.render(rendered.request(), kubeconfig, call::cancelled);
  }

  private static RenderedRelease marked(Rendering rendering, ReleaseMark mark) {
    RenderedRelease objects = RenderedRelease.of(rendering, mark::object);
    RenderedRelease hooks = RenderedRelease.of(rendering, mark::hook);
    return new RenderedRelease(objects.objects(), hooks.hooks(), rendering.notes());
  }

  /** The namespace and the definitions that nobody else made. */
  private List<Resource<?>> first(
      Rendered rendered, RenderedRelease release, Surroundings surroundings) {
    ChartSpec spec = rendered.chart().spec();
    List<Resource<?>> first = new ArrayList<>();
    boolean own =
        release.objects().stream()
            .map(Document::object)
            .anyMatch(o -> o.kind().equals("Namespace") && o.name().equals(spec.namespace()));
    if (spec.createNamespace() && !own) {
      surroundings
          .namespace(spec.namespace())
          .map(namespace -> ObjectSpec.of(namespace.tree()))
          .ifPresent(namespace -> first.add(Resource.of(namespace.key().id(), namespace)));
    }
    ObjectSpecs plain =
        new ObjectSpecs(secrets, new TreeMap<>(), ObjectSpec.HELM, Optional.empty());
    for (Document crd : rendered.rendering().crds()) {
      if (!surroundings.foreign(crd.object())) {
        ObjectSpec definition = plain.of(crd.object(), crd.source());
        first.add(Resource.of(definition.key().id(), definition));
      }
    }
    return first;
  }
}
