package dev.slipway.kubernetes.chart;

import dev.slipway.engine.resource.Resource;
import dev.slipway.kubernetes.chart.render.Rendering;
import dev.slipway.kubernetes.chart.source.ChartFiles;
import dev.slipway.kubernetes.chart.yaml.GoYaml;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.Holes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A wanted chart with its files.
 *
 * @param values as Helm is given them
 * @param rendering what it renders to, if that is known already
 */
record FoundChart(
    Resource<ChartSpec> resource,
    ChartFiles files,
    Holes.Filled values,
    Optional<Rendering> rendering) {
  ChartSpec spec() {
    return resource.spec();
  }

  /**
   * The definitions in {@code crds} folders, known before the chart is rendered; what can't be read
   * is told when it is.
   */
  List<ApiObject> definitions() {
    List<ApiObject> definitions = new ArrayList<>();
    if (spec().crds()) {
      files
          .files()
          .forEach(
              (path, contents) -> {
                if (path.matches("(charts/[^/]+/)*crds/.*\\.ya?ml")) {
                  String text = new String(contents, StandardCharsets.UTF_8);
                  for (String document : text.split("(?m)^---.*$", -1)) {
                    add(document, definitions);
                  }
                }
              });
    }
    return definitions;
  }

  private static void add(String document, List<ApiObject> definitions) {
    try {
      Map<String, Object> tree = GoYaml.map(document);
      if (!tree.isEmpty()) {
        definitions.add(new ApiObject(tree));
      }
    } catch (YAMLException _) {
      return;
    }
  }
}
