package dev.slipway.kubernetes.chart.content;

import dev.slipway.kubernetes.chart.source.ChartFiles;
import dev.slipway.kubernetes.chart.yaml.GoYaml;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A chart as Helm keeps it in a release: without its subcharts. */
public final class ChartJson {
  private static final Set<String> READ_OTHERWISE =
      Set.of("Chart.yaml", "Chart.lock", "values.yaml", "values.schema.json");

  /** Fields of {@code Chart.yaml} that are no texts, whatever they look like. */
  private static final Set<String> NO_TEXTS =
      Set.of("deprecated", "enabled", "import-values", "keywords", "sources", "tags");

  private ChartJson() {}

  public static Map<String, Object> of(ChartFiles chart) {
    List<Object> templates = new ArrayList<>();
    List<Object> files = new ArrayList<>();
    chart
        .files()
        .forEach(
            (path, contents) -> {
              boolean template = path.startsWith("templates/");
              if (template || kept(path)) {
                SortedMap<String, Object> file = new TreeMap<>();
                file.put("name", path);
                file.put("data", Base64.getEncoder().encodeToString(contents));
                (template ? templates : files).add(file);
              }
            });
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("metadata", texts(chart.metadata()));
    tree.put("templates", templates);
    tree.put("files", files);
    tree.put("values", chart.values());
    byte[] schema = chart.files().get("values.schema.json");
    tree.put("schema", schema == null ? null : Base64.getEncoder().encodeToString(schema));
    tree.put("lock", chart.text("Chart.lock").map(GoYaml::map).orElse(null));
    return tree;
  }

  private static boolean kept(String path) {
    return !READ_OTHERWISE.contains(path)
        && !path.startsWith("charts/")
        && !path.startsWith(".")
        && !path.contains("/.");
  }

  private static Object texts(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> {
        SortedMap<String, Object> copy = new TreeMap<>();
        map.forEach(
            (key, value) -> {
              if (value != null) {
                copy.put(key.toString(), NO_TEXTS.contains(key.toString()) ? value : texts(value));
              }
            });
        yield copy;
      }
      case List<?> list -> list.stream().map(ChartJson::texts).toList();
      default -> tree.toString();
    };
  }
}
