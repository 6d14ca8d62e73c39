package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.spec.SpecTree;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an object of a cluster should be.
 *
 * @param manifest the object's tree as {@link ApiObject} holds it, with {@code apiVersion}, {@code
 *     kind} and {@code metadata.name}, and the namespace if it lives in one; without {@code
 *     status}, and, if it is a Secret, without {@code data} and {@code stringData}
 * @param holes values that are known only later or are secret: the text {@link Holes#marker} gives
 *     stands for each of them wherever it occurs within a text of the manifest or of {@code data}
 * @param data what a Secret holds, base64-encoded: each value lies in the target's secret store, or
 *     is known and holds no secret but as a marker
 * @param fieldManager who applies it: {@code slipway}, or {@code helm} for an object of a chart
 * @param adopt the release (namespace/name) whose objects made by Helm may be taken over
 */
public record ObjectSpec(
    Map<String, Object> manifest,
    SortedMap<String, Value<String>> holes,
    SortedMap<String, Value<String>> data,
    String fieldManager,
    Optional<String> adopt)
    implements Spec {
  public static final String TYPE = "kubernetes.object";

  private static final String STRING_DATA = "stringData";

  /** Field manager of what isn't part of a chart. */
  public static final String SLIPWAY = "slipway";

  /** Field manager of a chart's objects, so that Helm can go on with what Slipway made. */
  public static final String HELM = "helm";

  public ObjectSpec {
    manifest = new ApiObject(manifest).tree();
    holes = new TreeMap<>(holes);
    data = new TreeMap<>(data);
    Objects.requireNonNull(fieldManager, "fieldManager");
    Objects.requireNonNull(adopt, "adopt");
  }

  /**
   * An object of Slipway's own.
   *
   * @param tree the manifest; {@link Value}s may stand where texts stand. What a Secret holds
   *     stands under {@code stringData}.
   */
  public static ObjectSpec of(Map<String, Object> tree) {
    Holes.Filled filled = Holes.dig(tree);
    ApiObject object = new ApiObject(filled.tree());
    SortedMap<String, Value<String>> data = new TreeMap<>();
    if (object.key().groupKind().equals(SecretData.KIND)
        && object.at(STRING_DATA).orElse(Map.of()) instanceof Map<?, ?> texts) {
      texts.forEach(
          (key, text) -> data.put(key.toString(), Value.of(SecretSight.base64(text.toString()))));
      object = object.without(STRING_DATA);
    }
    return new ObjectSpec(object.tree(), filled.holes(), data, SLIPWAY, Optional.empty());
  }

  /** The same with an annotation. */
  public ObjectSpec annotated(String key, String value) {
    Map<String, Object> annotations = new TreeMap<>(object().annotations());
    annotations.put(key, value);
    return new ObjectSpec(
        object().with(annotations, "metadata", "annotations").tree(),
        holes,
        data,
        fieldManager,
        adopt);
  }

  /** The object as far as it is known. */
  public ApiObject object() {
    return new ApiObject(manifest);
  }

  public ObjectKey key() {
    return object().key();
  }

  /** The manifest with each hole as what it stands for. */
  @Override
  public Map<String, Object> shown() {
    Map<String, Object> shown = new TreeMap<>();
    manifest.forEach((key, value) -> shown.put(key, Holes.shown(value, holes)));
    if (!data.isEmpty()) {
      Map<String, Object> held = new TreeMap<>();
      data.forEach((key, value) -> held.put(key, shown(value)));
      shown.put("data", held);
    }
    return shown;
  }

  private Object shown(Value<String> value) {
    return value
        .known()
        .flatMap(SecretSight::text)
        .map(text -> Holes.shown(text, holes))
        .orElseGet(() -> SpecTree.encodeValue(value));
  }
}
