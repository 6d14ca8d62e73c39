package dev.slipway.kubernetes.chart.content;

import dev.slipway.kubernetes.chart.render.Document;
import dev.slipway.kubernetes.chart.render.RenderedRelease;
import dev.slipway.kubernetes.chart.yaml.GoYaml;
import dev.slipway.kubernetes.chart.yaml.ManifestText;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A release as Helm keeps it, without what differs from revision to revision. In {@code manifest}
 * and in the hooks' {@code manifest} a text that holds a marker stands in double quotes with the
 * escapes of JSON, so that the marker can be replaced by any text that is escaped likewise.
 */
public final class ReleaseContent {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReleaseContent() {}

  /**
   * @param chart as {@link ChartJson} makes it
   * @param config the user's values
   * @param markers of values that are not known yet
   */
  public static String write(
      Map<String, Object> chart,
      Map<String, Object> config,
      RenderedRelease rendered,
      Collection<String> markers) {
    Predicate<String> quoted = text -> markers.stream().anyMatch(text::contains);
    StringBuilder manifest = new StringBuilder();
    for (Document document : rendered.objects()) {
      manifest.append("---\n# Source: ").append(document.source()).append('\n');
      manifest.append(ManifestText.of(document.object().tree(), quoted));
    }
    List<Object> hooks = new ArrayList<>();
    for (Document hook : rendered.hooks()) {
      SortedMap<String, Object> entry = new TreeMap<>();
      entry.put("name", hook.object().name());
      entry.put("kind", hook.object().kind());
      entry.put("path", hook.source());
      entry.put("manifest", ManifestText.of(hook.object().tree(), quoted));
      entry.put("events", hook.events());
      entry.put("weight", hook.weight());
      entry.put("delete_policies", hook.deletePolicies());
      hooks.add(entry);
    }
    SortedMap<String, Object> content = new TreeMap<>();
    content.put("chart", chart);
    content.put("config", config);
    content.put("manifest", manifest.toString());
    content.put("hooks", hooks);
    content.put("info", Map.of("notes", rendered.notes()));
    return JSON.writeValueAsString(content);
  }

  /** The objects and hooks of a content, by {@link RenderedRelease#key}. */
  public static SortedMap<String, ApiObject> objects(Optional<String> content) {
    SortedMap<String, ApiObject> objects = new TreeMap<>();
    if (content.isPresent()) {
      JsonNode tree = JSON.readTree(content.get());
      for (String text : tree.path("manifest").asString("").split("(?m)^---$", -1)) {
        add(false, text, objects);
      }
      for (JsonNode hook : tree.path("hooks")) {
        add(true, hook.path("manifest").asString(""), objects);
      }
    }
    return objects;
  }

  private static void add(boolean hook, String text, SortedMap<String, ApiObject> objects) {
    Map<String, Object> tree = GoYaml.map(text);
    if (!tree.isEmpty()) {
      ApiObject object = new ApiObject(tree);
      objects.put(RenderedRelease.key(hook, object), object);
    }
  }
}
