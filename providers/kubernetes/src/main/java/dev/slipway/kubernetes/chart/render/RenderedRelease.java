package dev.slipway.kubernetes.chart.render;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a release consists of, with everything in it that Slipway adds.
 *
 * @param objects without those of the {@code crds} folders
 * @param hooks test hooks too
 */
public record RenderedRelease(List<Document> objects, List<Document> hooks, String notes) {
  public RenderedRelease {
    objects = last(objects);
    hooks = last(hooks);
  }

  /** An object or a hook's name, which tells it apart from the others. */
  public static String key(boolean hook, ApiObject object) {
    return (hook ? "hook " : "") + object.key().groupKind() + " " + object.key();
  }

  /** Objects and hooks by {@link #key}. */
  public SortedMap<String, ApiObject> byKey() {
    SortedMap<String, ApiObject> all = new TreeMap<>();
    objects.forEach(document -> all.put(key(false, document.object()), document.object()));
    hooks.forEach(document -> all.put(key(true, document.object()), document.object()));
    return all;
  }

  /** The release with other objects of the same keys. */
  public RenderedRelease with(Map<String, ApiObject> changed) {
    return new RenderedRelease(
        objects.stream().map(d -> d.with(changed.get(key(false, d.object())))).toList(),
        hooks.stream().map(d -> d.with(changed.get(key(true, d.object())))).toList(),
        notes);
  }

  /** The release with every object and hook changed. */
  public static RenderedRelease of(Rendering rendering, UnaryOperator<Document> change) {
    return new RenderedRelease(
        rendering.objects().stream().map(change).toList(),
        rendering.hooks().stream().map(change).toList(),
        rendering.notes());
  }

  /**
   * The release with those objects and hooks of another rendering that it lacks, each where it
   * stands there.
   *
   * @param wanted their keys
   */
  public RenderedRelease completed(RenderedRelease other, Set<String> wanted) {
    return new RenderedRelease(
        completed(objects, other.objects, false, wanted),
        completed(hooks, other.hooks, true, wanted),
        notes);
  }

  private static List<Document> completed(
      List<Document> own, List<Document> other, boolean hook, Set<String> wanted) {
    List<String> keys = new ArrayList<>(own.stream().map(d -> key(hook, d.object())).toList());
    List<Document> completed = new ArrayList<>(own);
    int next = 0;
    for (Document document : other) {
      String key = key(hook, document.object());
      int there = keys.indexOf(key);
      if (there >= 0) {
        next = there + 1;
      } else if (wanted.contains(key)) {
        keys.add(next, key);
        completed.add(next++, document);
      }
    }
    return completed;
  }

  /** Of an object that is rendered twice, the last counts, as it would with Helm. */
  private static List<Document> last(List<Document> documents) {
    Map<String, Document> byKey = new LinkedHashMap<>();
    documents.forEach(document -> byKey.put(key(false, document.object()), document));
    return List.copyOf(new ArrayList<>(byKey.values()));
  }
}
