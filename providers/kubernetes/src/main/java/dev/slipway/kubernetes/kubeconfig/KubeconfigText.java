package dev.slipway.kubernetes.kubeconfig;

import dev.slipway.engine.diagnostic.DiagnosticException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A kubeconfig as it was read.
 *
 * @param source the file, or what else it came from, for messages
 * @param folder to which the paths in it are relative
 */
record KubeconfigText(
    String source,
    Path folder,
    Optional<String> currentContext,
    Map<String, Map<String, Object>> contexts,
    Map<String, Map<String, Object>> clusters,
    Map<String, Map<String, Object>> users) {

  /**
   * @throws DiagnosticException if it isn't a kubeconfig, with the line where it goes wrong
   */
  static KubeconfigText parse(String text, String source, Path folder) {
    Object tree;
    try {
      tree = yaml().load(text);
    } catch (MarkedYAMLException wrong) {
      throw KubeconfigProblems.notYaml(source, wrong);
    } catch (YAMLException _) {
      throw KubeconfigProblems.malformed(source, "It is not well-formed YAML.");
    }
    if (tree == null) {
      tree = Map.of();
    }
    if (!(tree instanceof Map<?, ?> map)) {
      throw KubeconfigProblems.malformed(source, "It does not hold a map of keys and values.");
    }
    Object current = map.get("current-context");
    return new KubeconfigText(
        source,
        folder,
        Optional.ofNullable(current).map(Object::toString).filter(name -> !name.isEmpty()),
        entries(map, "contexts", "context", source),
        entries(map, "clusters", "cluster", source),
        entries(map, "users", "user", source));
  }

  static String write(Map<String, Object> tree) {
    return yaml().dump(tree);
  }

  private static Yaml yaml() {
    DumperOptions dumping = new DumperOptions();
    dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    dumping.setSplitLines(false);
    return new Yaml(
        new SafeConstructor(new LoaderOptions()),
        new org.yaml.snakeyaml.representer.Representer(dumping),
        dumping);
  }

  private static Map<String, Map<String, Object>> entries(
      Map<?, ?> tree, String list, String entry, String source) {
    Map<String, Map<String, Object>> entries = new LinkedHashMap<>();
    Object found = tree.get(list);
    if (found == null) {
      return entries;
    }
    if (!(found instanceof List<?> items)) {
      throw KubeconfigProblems.malformed(source, "'%s' is not a list.".formatted(list));
    }
    for (Object item : items) {
      if (!(item instanceof Map<?, ?> map) || map.get("name") == null) {
        throw KubeconfigProblems.malformed(
            source, "An entry of '%s' has no 'name'.".formatted(list));
      }
      Map<String, Object> content = new LinkedHashMap<>();
      if (map.get(entry) instanceof Map<?, ?> inner) {
        inner.forEach(
            (key, value) -> {
              if (value != null) {
                content.put(key.toString(), value);
              }
            });
      } else if (map.get(entry) != null) {
        throw KubeconfigProblems.malformed(
            source, "'%s' of the entry '%s' is not a map.".formatted(entry, map.get("name")));
      }
      // Of two entries of one name the first counts, as with kubectl.
      entries.putIfAbsent(map.get("name").toString(), content);
    }
    return entries;
  }
}
