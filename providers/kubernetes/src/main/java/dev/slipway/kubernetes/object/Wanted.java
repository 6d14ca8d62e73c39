package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an object should be, as far as that is known without its secrets. */
final class Wanted {
  private Wanted() {}

  /** The manifest with the stack's labels and with what is known in its place. */
  static ApiObject object(ObjectSpec spec, Map<String, String> marks) {
    ApiObject object = spec.object();
    if (spec.holes().values().stream().anyMatch(Value.Known.class::isInstance)) {
      object = new ApiObject(map(Holes.texts(object.tree(), text -> fill(text, spec))));
    }
    Map<String, Object> labels = new TreeMap<>(object.labels());
    labels.putAll(marks);
    return labels.isEmpty() ? object : object.with(labels, "metadata", "labels");
  }

  @SuppressWarnings("unchecked") // a map stays a map
  static Map<String, Object> map(Object tree) {
    return (Map<String, Object>) tree;
  }

  /** The text with known values in the place of their markers. */
  static String fill(String text, ObjectSpec spec) {
    String filled = text;
    if (HoleTexts.mayHold(text)) {
      for (Map.Entry<String, Value<String>> hole : spec.holes().entrySet()) {
        Optional<String> known = hole.getValue().known();
        if (known.isPresent()) {
          filled = filled.replace(hole.getKey(), known.get());
        }
      }
    }
    return filled;
  }

  /** The holes that aren't known. */
  static HoleTexts texts(ObjectSpec spec, Fingerprint fingerprint) {
    Map<String, Value<String>> holes = new TreeMap<>(spec.holes());
    holes.values().removeIf(Value.Known.class::isInstance);
    return new HoleTexts(holes, fingerprint);
  }

  /** Whether something is known only when another resource has been made. */
  static boolean isOpen(ObjectSpec spec) {
    return spec.holes().values().stream().anyMatch(Value.Ref.class::isInstance)
        || spec.data().values().stream().anyMatch(Value.Ref.class::isInstance);
  }
}
