package dev.slipway.workloads;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.stack.Blueprint;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Site;
import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.ClusterConfig;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.kubernetes.chart.ManifestsSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Helm charts and manifests of one's own. They are up when every object is ready; what proves more
 * are the charts' own tests.
 */
public final class WorkloadsBlueprint implements Blueprint<WorkloadsConfig> {
  /** Its key in a stack file. */
  public static final String SYSTEM = "workloads";

  @Override
  public String system() {
    return SYSTEM;
  }

  @Override
  public String summary() {
    return "Helm charts and Kubernetes manifests of your own.";
  }

  @Override
  public Class<WorkloadsConfig> configType() {
    return WorkloadsConfig.class;
  }

  @Override
  public Launch build(WorkloadsConfig config, Site site) {
    if (!(site.targetConfig() instanceof ClusterConfig target)) {
      throw Diagnostic.user(
              "WORKLOADS-UNKNOWN-TARGET",
              "Charts and manifests need a Kubernetes cluster",
              "The stack file asks for workloads on the target '%s', which is no cluster."
                  .formatted(site.target()),
              "Set the target to a cluster: kubernetes or eks.")
          .asException();
    }
    String namespace = config.namespace().orElse(target.namespace());
    List<Resource<?>> resources = new ArrayList<>();
    new TreeMap<>(config.charts())
        .forEach((release, chart) -> resources.add(chart(release, chart, namespace, site)));
    for (String path : config.manifests()) {
      String name = Path.of(path).normalize().toString();
      resources.add(
          Resource.of(
              new ResourceId(ManifestsSpec.TYPE, name),
              new ManifestsSpec(site.path(path), namespace)));
    }
    return new Launch(resources, List.of(), new Proof(SYSTEM, List.of()), List.of());
  }

  private static Resource<?> chart(
      String release, WorkloadsConfig.Chart chart, String namespace, Site site) {
    String home = chart.namespace().orElse(namespace);
    return Resource.of(
        new ResourceId(ChartSpec.TYPE, home + "/" + release),
        new ChartSpec(
            release,
            home,
            chart.isFolder() ? site.path(chart.chart()) : chart.chart(),
            chart.repository(),
            chart.version(),
            chart.values(),
            chart.createNamespace(),
            chart.adopt(),
            chart.crds()));
  }
}
