package dev.slipway.kubernetes.schema;

import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.kubernetes.schema.Validation.Checked;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether labels and the names of annotations have the form that the API server wants. */
final class Labels {
  private static final String NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final Pattern VALUE = Pattern.compile("(" + NAME + ")?");
  private static final Pattern SUFFIX = Pattern.compile(NAME);
  private static final Pattern PREFIX =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_PREFIX = 253;

  /** Where labels stand: on the object, and on what it makes. */
  private static final List<List<String>> PLACES =
      List.of(
          List.of("metadata"),
          List.of("spec", "template", "metadata"),
          List.of("spec", "jobTemplate", "metadata"),
          List.of("spec", "jobTemplate", "spec", "template", "metadata"));

  private Labels() {}

  static void check(Checked checked, Problems problems) {
    for (List<String> place : PLACES) {
      Object metadata = checked.object().at(place.toArray(String[]::new)).orElse(Map.of());
      if (metadata instanceof Map<?, ?> map) {
        String path = String.join(".", place);
        labels(checked, path + ".labels", map.get("labels"), problems);
        keys(checked, path + ".annotations", map.get("annotations"), problems);
      }
    }
  }

  private static void labels(Checked checked, String path, Object labels, Problems problems) {
    keys(checked, path, labels, problems);
    if (labels instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (value instanceof String text && !checked.holed(text) && !isValue(text)) {
              problems.add(ValidationProblems.label(checked, path + "." + key, text));
            }
          });
    }
  }

  private static void keys(Checked checked, String path, Object map, Problems problems) {
    if (map instanceof Map<?, ?> keys) {
      for (Object key : keys.keySet()) {
        if (!isKey(key.toString())) {
          problems.add(ValidationProblems.labelKey(checked, path, key.toString()));
        }
      }
    }
  }

  private static boolean isValue(String text) {
    return text.length() <= LONGEST_NAME && VALUE.matcher(text).matches();
  }

  private static boolean isKey(String key) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    String prefix = slash < 0 ? "" : key.substring(0, slash);
    return name.length() <= LONGEST_NAME
        && SUFFIX.matcher(name).matches()
        && (slash < 0 || (prefix.length() <= LONGEST_PREFIX && PREFIX.matcher(prefix).matches()));
  }
}
