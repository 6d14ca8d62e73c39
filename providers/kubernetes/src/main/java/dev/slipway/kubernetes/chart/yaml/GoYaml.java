package dev.slipway.kubernetes.chart.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.representer.Representer;

/** Reads YAML as Helm and the API server do; of a key that is given twice the last counts. */
public final class GoYaml {
  private static final int MOST_ALIASES = 1000;
  private static final int DEEPEST = 200;

  private GoYaml() {}

  /**
   * One document as maps with text keys, lists and scalars; null if it holds nothing.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException if it isn't YAML
   */
  public static Object parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(true);
    options.setWarnOnDuplicateKeys(false);
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setNestingDepthLimit(DEEPEST);
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new GoScalars.GoConstructor(options),
            new Representer(unused),
            unused,
            options,
            new GoScalars.GoResolver());
    return plain(yaml.load(text));
  }

  /** A document that is a map; empty if it holds nothing. */
  public static Map<String, Object> map(String text) {
    return parse(text) instanceof Map<?, ?> map ? cast(map) : Map.of();
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), plain(item)));
        yield copy;
      }
      case List<?> list -> new java.util.ArrayList<>(list.stream().map(GoYaml::plain).toList());
      case byte[] bytes -> java.util.Base64.getEncoder().encodeToString(bytes);
      case java.util.Set<?> set -> plain(new java.util.ArrayList<>(set));
      case null, default -> value;
    };
  }

  @SuppressWarnings("unchecked") // every map that was read has text keys
  private static Map<String, Object> cast(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }
}
