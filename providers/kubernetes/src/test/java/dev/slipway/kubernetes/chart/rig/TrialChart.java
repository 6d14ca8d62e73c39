package dev.slipway.kubernetes.chart.rig;

import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.chart.ChartExpander;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.kubernetes.chart.lock.LockedImages;
import dev.slipway.kubernetes.chart.render.ChartRenderer;
import dev.slipway.kubernetes.chart.source.ChartFolder;
import dev.slipway.kubernetes.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small charts of the tests' own. */
public final class TrialChart {
  private TrialChart() {}

  public static Path folder(String name) {
    return Path.of("src/test/resources/charts", name).toAbsolutePath();
  }

  public static ChartSpec spec(String name, Map<String, Object> values) {
    return new ChartSpec(
        "demo",
        "port",
        folder(name).toString(),
        Optional.empty(),
        Optional.empty(),
        values,
        true,
        false,
        true);
  }

  public static Resource<ChartSpec> resource(ChartSpec spec) {
    return Resource.of(
        new ResourceId(ChartSpec.TYPE, spec.namespace() + "/" + spec.release()), spec);
  }

  public static ChartExpander expander(Cluster cluster) {
    return new ChartExpander(
        cluster,
        NoCluster::schemas,
        (spec, _) -> {
          try {
            return ChartFolder.read(Path.of(spec.chart()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        new ChartRenderer(TestHelm.helm()),
        (release, _, tests) -> new Proof(release + " " + tests.getFirst().key().name(), List.of()),
        LockedImages.NONE);
  }

  public static Expansion expand(ChartSpec spec, TestCall call) {
    return expander(new NoCluster()).expand(List.of(resource(spec)), Purpose.UP, call);
  }
}
