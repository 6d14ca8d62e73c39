package dev.slipway.kubernetes.hook;

import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.Holes;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A hook's object as it is sent to the cluster, with its secrets in it. */
record HookManifest(ObjectSpec spec, Function<Value<String>, String> plain) {
  /** For which content of the release the object was made. */
  static final String TRIGGER = "slipway.dev/trigger";

  private static final String TTL = "ttlSecondsAfterFinished";

  /** A Job that removes itself sooner might be gone before its end is seen. */
  private static final long SHORTEST_TTL = 60;

  ApiObject object(Map<String, String> labels, Map<String, String> annotations) {
    Map<String, String> values = new TreeMap<>();
    spec.holes().forEach((marker, value) -> values.put(marker, plain.apply(value)));
    ApiObject object = spec.object();
    for (Map.Entry<String, Object> part : object.tree().entrySet()) {
      Object filled = Holes.texts(part.getValue(), text -> fill(text, values));
      object = object.with(filled, part.getKey());
    }
    for (Map.Entry<String, Value<String>> entry : spec.data().entrySet()) {
      object = object.with(encoded(plain.apply(entry.getValue()), values), "data", entry.getKey());
    }
    for (Map.Entry<String, String> label : labels.entrySet()) {
      object = object.with(label.getValue(), "metadata", "labels", label.getKey());
    }
    for (Map.Entry<String, String> note : annotations.entrySet()) {
      object = object.with(note.getValue(), "metadata", "annotations", note.getKey());
    }
    boolean early = object.number("spec", TTL).filter(ttl -> ttl < SHORTEST_TTL).isPresent();
    return early ? object.with(SHORTEST_TTL, "spec", TTL) : object;
  }

  private static String fill(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace(value.getKey(), value.getValue());
    }
    return filled;
  }

  private static String encoded(String base64, Map<String, String> values) {
    String plain = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    return values.keySet().stream().noneMatch(plain::contains)
        ? base64
        : Base64.getEncoder().encodeToString(fill(plain, values).getBytes(StandardCharsets.UTF_8));
  }
}
