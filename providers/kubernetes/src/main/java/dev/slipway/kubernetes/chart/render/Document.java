package dev.slipway.kubernetes.chart.render;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One object that a chart was rendered to.
 *
 * @param source the template's path, for example {@code milvus/templates/service.yaml}
 */
public record Document(ApiObject object, String source) {
  private static final String EVENTS = "helm.sh/hook";
  private static final String WEIGHT = "helm.sh/hook-weight";
  private static final String DELETE = "helm.sh/hook-delete-policy";

  public Document {
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(source, "source");
  }

  public Document with(ApiObject changed) {
    return new Document(changed, source);
  }

  /** Whether it lies in the {@code crds} folder of the chart or of a subchart. */
  public boolean crd() {
    return source.matches("[^/]+(/charts/[^/]+)*/crds/.*");
  }

  public boolean hook() {
    return !crd() && object.annotations().containsKey(EVENTS);
  }

  /** The moments at which Helm makes the hook, in Helm's present words. */
  public List<String> events() {
    return words(EVENTS).map(event -> event.equals("test-success") ? "test" : event).toList();
  }

  /** Lighter hooks run first; 0 if the chart doesn't say or says no number. */
  public int weight() {
    String weight = object.annotations().getOrDefault(WEIGHT, "0").strip();
    return weight.matches("-?[0-9]{1,9}") ? Integer.parseInt(weight) : 0;
  }

  /** When the hook is deleted; as Helm has it, before it is made again unless the chart says. */
  public List<String> deletePolicies() {
    List<String> policies = words(DELETE).toList();
    return policies.isEmpty() ? List.of("before-hook-creation") : policies;
  }

  private Stream<String> words(String annotation) {
    return Stream.of(object.annotations().getOrDefault(annotation, "").split(",", -1))
        .map(word -> word.strip().toLowerCase(java.util.Locale.ROOT))
        .filter(word -> !word.isEmpty());
  }
}
