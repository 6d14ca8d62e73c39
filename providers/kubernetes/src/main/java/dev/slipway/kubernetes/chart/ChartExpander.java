package dev.slipway.kubernetes.chart;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.chart.content.Scopes;
import dev.slipway.kubernetes.chart.content.SecretShelf;
import dev.slipway.kubernetes.chart.lock.LockedImages;
import dev.slipway.kubernetes.chart.render.ChartRenderer;
import dev.slipway.kubernetes.chart.source.ChartSource;
import dev.slipway.kubernetes.cluster.Ahead;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Replaces charts by their objects, hooks and release records. */
public final class ChartExpander implements AutoCloseable {
  private final Cluster cluster;
  private final Supplier<Schemas> schemas;
  private final ChartSource source;
  private final ChartRenderer renderer;
  private final ReleaseTests tests;
  private final LockedImages images;
  private final Map<ResourceId, Ahead<FoundChart>> begun = new HashMap<>();

  /**
   * @param schemas of the built-in kinds, for a cluster that doesn't exist yet
   * @param tests makes a proof of a release's tests
   */
  public ChartExpander(
      Cluster cluster,
      Supplier<Schemas> schemas,
      ChartSource source,
      ChartRenderer renderer,
      ReleaseTests tests,
      LockedImages images) {
    this.cluster = cluster;
    this.schemas = schemas;
    this.source = source;
    this.renderer = renderer;
    this.tests = tests;
    this.images = images;
  }

  /** Whether a resource stands for a chart's objects. */
  public static boolean isChart(Resource<?> resource) {
    return resource.spec() instanceof ChartSpec;
  }

  /** Begins to find the charts among the wanted resources; {@link #expand} goes on with them. */
  public void begin(List<Resource<?>> wanted, Call call) {
    charts(wanted).forEach(chart -> begin(chart, call));
  }

  private Ahead<FoundChart> begin(Resource<ChartSpec> chart, Call call) {
    return begun.computeIfAbsent(
        chart.id(),
        _ ->
            Ahead.begin(
                () ->
                    ChartRendering.found(
                        chart, source.find(chart.spec(), call::cancelled), renderer, call)));
  }

  private static FoundChart found(Ahead<FoundChart> chart) {
    return chart.await(() -> new IllegalStateException("interrupted while a chart was rendered"));
  }

  /**
   * Replaces the charts among the wanted resources. What comes after a chart comes after its
   * release's record.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException with the problems of all charts, if
   *     the purpose is {@link Purpose#UP}
   */
  public Expansion expand(List<Resource<?>> wanted, Purpose purpose, Call call) {
    List<Resource<ChartSpec>> charts = charts(wanted);
    if (charts.isEmpty()) {
      return Expansion.of(wanted);
    }
    Together together = new Together(purpose);
    begin(wanted, call);
    Optional<Kinds> live = cluster.kinds();
    List<FoundChart> found = together.each(charts, chart -> found(begin(chart, call)));
    Scopes known =
        new Scopes(live.orElseGet(() -> schemas.get().kinds())).with(definitions(wanted, found));
    SecretShelf secrets = new SecretShelf(call.secrets(), purpose);
    ChartRendering rendering =
        new ChartRendering(renderer, kubeconfig(live.isPresent(), found), secrets, images, call);
    List<ChartRendering.Rendered> rendered =
        together.each(found, chart -> rendering.render(chart, known));
    Scopes scopes =
        known.with(rendered.stream().flatMap(ChartRendering.Rendered::definitions).toList());
    Surroundings surroundings = new Surroundings(cluster, live.isPresent(), call.owner());
    List<ChartRendering.Release> releases =
        together.each(rendered, chart -> rendering.release(chart, scopes, surroundings));
    return expansion(wanted, releases, together);
  }

  @SuppressWarnings("unchecked") // the spec tells the type
  private static List<Resource<ChartSpec>> charts(List<Resource<?>> wanted) {
    return wanted.stream()
        .filter(ChartExpander::isChart)
        .map(resource -> (Resource<ChartSpec>) resource)
        .toList();
  }

  /** Waits for what was begun and not needed after all, since it has files on this machine. */
  @Override
  public void close() {
    for (Ahead<FoundChart> chart : begun.values()) {
      try {
        found(chart);
      } catch (RuntimeException _) {
        // Nobody wants it any more.
      }
    }
  }

  /** Where templates look objects up. */
  private Optional<String> kubeconfig(boolean live, List<FoundChart> found) {
    return live && found.stream().anyMatch(chart -> chart.files().looksUp())
        ? Optional.of(cluster.kubeconfig())
        : Optional.empty();
  }

  private Expansion expansion(
      List<Resource<?>> wanted, List<ChartRendering.Release> releases, Together together) {
    Map<ResourceId, ChartRendering.Release> byChart = new HashMap<>();
    releases.forEach(release -> byChart.put(release.chart().id(), release));
    Map<ResourceId, Resource<?>> all = new LinkedHashMap<>();
    List<Proof> proofs = new ArrayList<>();
    List<Diagnostic> notices = new ArrayList<>();
    for (Resource<?> resource : wanted) {
      ChartRendering.Release release = byChart.get(resource.id());
      if (release != null) {
        release.resources().forEach(made -> together.add(made, release.chart(), all));
        ChartSpec spec = release.chart().spec();
        if (!release.tests().isEmpty()) {
          proofs.add(tests.proof(spec.release(), spec.namespace(), release.tests()));
        }
        notices.addAll(release.notices());
      } else if (!(resource.spec() instanceof ChartSpec)) {
        together.add(resource, resource, all);
      }
    }
    together.throwIfAny();
    List<Resource<?>> resources =
        all.values().stream().<Resource<?>>map(r -> renamed(r, byChart)).toList();
    return new Expansion(resources, proofs, notices);
  }

  /**
   * What comes after a chart comes after its record; a chart that is left out is no predecessor.
   */
  private static Resource<?> renamed(
      Resource<?> resource, Map<ResourceId, ChartRendering.Release> byChart) {
    ResourceId[] after =
        resource.after().stream()
            .filter(id -> !id.type().equals(ChartSpec.TYPE) || byChart.containsKey(id))
            .map(
                id ->
                    byChart.containsKey(id) ? ChartRelease.id(byChart.get(id).chart().spec()) : id)
            .toArray(ResourceId[]::new);
    return resource.after(after);
  }

  private static List<ApiObject> definitions(List<Resource<?>> wanted, List<FoundChart> found) {
    List<ApiObject> definitions = new ArrayList<>();
    for (Resource<?> resource : wanted) {
      if (resource.spec() instanceof ObjectSpec spec) {
        definitions.add(spec.object());
      }
    }
    found.forEach(chart -> definitions.addAll(chart.definitions()));
    return definitions;
  }
}
