package dev.slipway.kubernetes.chart.source;

import dev.slipway.kubernetes.chart.yaml.GoYaml;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a chart.
 *
 * @param origin where it comes from, as users write it
 * @param digest SHA-256 of the archive, or of a folder's contents, in hex
 * @param files contents by path within the chart, for example {@code templates/service.yaml}
 */
public record ChartFiles(String origin, String digest, SortedMap<String, byte[]> files) {
  private static final Pattern LOOKUP = Pattern.compile("\\blookup\\s");
  private static final Pattern CLUSTER = Pattern.compile("Capabilities|kubeVersion|lookup");
  private static final Pattern NOW = Pattern.compile("\\bnow\\b");

  public ChartFiles {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** {@code Chart.yaml}. */
  public Map<String, Object> metadata() {
    return text("Chart.yaml").map(GoYaml::map).orElse(Map.of());
  }

  public String name() {
    return field("name");
  }

  public String version() {
    return field("version");
  }

  public String appVersion() {
    return field("appVersion");
  }

  /** {@code values.yaml}. */
  public Map<String, Object> values() {
    return text("values.yaml").map(GoYaml::map).orElse(Map.of());
  }

  public Optional<String> text(String path) {
    return Optional.ofNullable(files.get(path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Whether a template, of a subchart too, asks the cluster for objects. */
  public boolean looksUp() {
    return templatesHold(LOOKUP);
  }

  /** Whether a template, of a subchart too, asks for the time. */
  public boolean tellsTime() {
    return templatesHold(NOW);
  }

  /**
   * Whether what it renders to may depend on the cluster: on its version, its kinds or its objects.
   * True also where that can't be seen, in packed subcharts and those that are still to be fetched.
   */
  public boolean asksOfCluster() {
    return files.containsKey("Chart.lock")
        || files.keySet().stream().anyMatch(path -> path.endsWith(".tgz"))
        || files.values().stream()
            .anyMatch(text -> mentionsCluster(new String(text, StandardCharsets.UTF_8)));
  }

  /** Whether a text that may be used as a template mentions what the cluster tells. */
  public static boolean mentionsCluster(String text) {
    return CLUSTER.matcher(text).find();
  }

  private boolean templatesHold(Pattern pattern) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().contains("templates/"))
        .anyMatch(
            file -> pattern.matcher(new String(file.getValue(), StandardCharsets.UTF_8)).find());
  }

  /** A subchart in {@code charts/}, by its name or alias. */
  public Optional<ChartFiles> subchart(String key) {
    String name = nameOf(key);
    String version = "-[0-9].*";
    return files.keySet().stream()
        .filter(path -> path.matches("charts/[^/]+/Chart\\.yaml"))
        .map(path -> path.split("/", -1)[1])
        .filter(folder -> folder.equals(name) || folder.replaceFirst(version, "").equals(name))
        .findFirst()
        .flatMap(this::below);
  }

  private String nameOf(String key) {
    return dependencies()
        .filter(dependency -> key.equals(dependency.get("alias")))
        .findFirst()
        .map(dependency -> String.valueOf(dependency.get("name")))
        .orElse(key);
  }

  private Optional<ChartFiles> below(String subfolder) {
    String folder = "charts/" + subfolder + "/";
    SortedMap<String, byte[]> below = new TreeMap<>();
    files.forEach(
        (path, contents) -> {
          if (path.startsWith(folder)) {
            below.put(path.substring(folder.length()), contents);
          }
        });
    return below.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChartFiles(origin + "/" + folder, digest, below));
  }

  /** The keys of the values that go to subcharts: their names or aliases. */
  public Set<String> subchartKeys() {
    Set<String> keys = new LinkedHashSet<>();
    dependencies()
        .map(dependency -> dependency.get(dependency.containsKey("alias") ? "alias" : "name"))
        .forEach(key -> keys.add(String.valueOf(key)));
    for (String path : files.keySet()) {
      String[] parts = path.split("/", 3);
      if (parts.length > 2 && parts[0].equals("charts")) {
        keys.add(parts[1].replaceFirst("-[0-9].*", ""));
      }
    }
    return keys;
  }

  /** Paths of the values that say whether a subchart is part of the release. */
  public Set<String> conditions() {
    return dependencies()
        .map(dependency -> dependency.get("condition"))
        .filter(Objects::nonNull)
        .flatMap(condition -> Stream.of(condition.toString().split(",", -1)))
        .map(String::strip)
        .collect(Collectors.toSet());
  }

  /** As {@code Chart.yaml} lists them, or {@code requirements.yaml} in charts of Helm 2's time. */
  private Stream<Map<?, ?>> dependencies() {
    Map<String, Object> requirements =
        text("requirements.yaml").map(GoYaml::map).orElseGet(Map::of);
    return Stream.of(metadata(), requirements)
        .map(file -> file.get("dependencies"))
        .filter(List.class::isInstance)
        .flatMap(list -> ((List<?>) list).stream())
        .filter(Map.class::isInstance)
        .map(dependency -> (Map<?, ?>) dependency);
  }

  private String field(String name) {
    Object value = metadata().get(name);
    return value == null ? "" : value.toString();
  }
}
